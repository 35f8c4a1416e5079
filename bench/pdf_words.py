"""The words of one specimen record, as rows of two columns, for engines other than ours."""

import io
import json
import tempfile
from pathlib import Path
from typing import Any

import pikepdf

from litconsent.domain.decisions import Decision
from litconsent.services.make_specimen import make_specimen
from litconsent.settings import PROJECT, Settings


def words_of(language: str, clinic_language: str) -> dict[str, Any]:
    """Return the languages and rows of (kind, left, right), out of the record's own data."""
    with tempfile.TemporaryDirectory(prefix="litconsent-bench-") as folder:
        settings = Settings(Path(folder) / "data", Path(folder) / "keys", PROJECT / "content")
        pdf = make_specimen(
            settings,
            language=language,
            clinic_language=clinic_language,
            decision=Decision.CONSENT,
            family=True,
        )
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        data = json.loads(opened.attachments["record.json"].get_file().read_bytes())
    left, right = data["texts"][0], data["texts"][-1]
    rows = [
        ("text", "\n".join(one["text"]), "\n".join(other["text"]))
        for one, other in zip(left["blocks"], right["blocks"], strict=True)
    ]
    rows += [
        ("text", f"{word}: {meaning}", f"{other}: {said}")
        for (word, meaning), (other, said) in zip(
            left["glossary"].items(), right["glossary"].items(), strict=False
        )
    ]
    return {"languages": [language, clinic_language], "rows": rows}
