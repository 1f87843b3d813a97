"""What every test gets: a workspace of its own and no way off the machine."""

from __future__ import annotations

import ipaddress
import socket

import pytest
from hypothesis import settings

settings.register_profile("landfall", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("landfall")


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory, monkeypatch):
    """Keep tests out of the workspace of whoever runs them."""
    monkeypatch.setenv("LANDFALL_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture(autouse=True, scope="session")
def _no_network():
    """Landfall needs no network; a test that reaches for it fails."""
    connect = socket.socket.connect

    def local_only(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_local(address[0]):
            raise AssertionError(f"a test tried to reach {address[0]}")
        return connect(self, address)

    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", local_only)
    yield
    patch.undo()


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
