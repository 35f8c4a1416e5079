"""Where a seal's key lies when it never leaves a token (PKCS#11)."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class TokenKey:
    """A key in a token: the maker's library, the token's label, the key's label, and the PIN."""

    module: Path
    token: str
    label: str
    pin: str = field(repr=False)
