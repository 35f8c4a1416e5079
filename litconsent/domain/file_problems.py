"""What can be wrong with a file that claims to be a record."""

from enum import StrEnum

SIZE_LIMIT = 20_000_000  # bytes; a record has some hundred thousand


class Problem(StrEnum):
    """What is wrong with a file, the gravest first."""

    NONE = "none"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_A_PDF = "not_a_pdf"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    UNSEALED = "unsealed"
    SEVERAL_SEALS = "several_seals"
    CHANGED = "changed"
    CHANGED_AFTERWARDS = "changed_afterwards"
    BYTES_APPENDED = "bytes_appended"
    FOREIGN_SEAL = "foreign_seal"
    NOT_THE_RECORD = "not_the_record"
