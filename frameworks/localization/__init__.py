"""How an offer reads, counts and asks in another market."""
