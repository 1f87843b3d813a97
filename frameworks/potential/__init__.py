"""Business potential of a market: published indicators, nine dimensions, one score."""
