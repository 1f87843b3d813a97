"""Where people in a market search, talk, shop and ask for help, and what follows for a shop."""

from frameworks.channels.devices import devices
from frameworks.channels.journey import STAGES, Fact, Touchpoint, journey
from frameworks.channels.platforms import platforms
from frameworks.channels.service import service

__all__ = ["STAGES", "Fact", "Touchpoint", "devices", "journey", "platforms", "service"]
