"""Tokens of links that work once: given to a tablet, kept as a hash only."""

import hashlib


def digest(token: str) -> str:
    """Return the form of a token that is kept."""
    return hashlib.sha256(token.encode()).hexdigest()
