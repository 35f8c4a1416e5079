"""An edition as plain values that JSON can carry, and the hash under which it is frozen."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from litconsent.domain.editions import (
    Block,
    Chapter,
    CheckItem,
    Claim,
    Compound,
    CompoundClass,
    Edition,
    EditionState,
    Figure,
    ForWhom,
    HealthGroup,
    Kind,
    Layer,
    OffLabel,
    Prompt,
    Setting,
    Source,
    Strength,
    Term,
    Use,
)


def edition_to_data(edition: Edition) -> dict[str, Any]:
    """Return an edition as plain values; `edition_from_data` reads them."""
    data = asdict(edition)
    data["evidence_checked"] = edition.evidence_checked.isoformat()
    plain: dict[str, Any] = json.loads(json.dumps(data, ensure_ascii=False))
    return plain


def edition_hash(edition: Edition) -> str:
    """Return the SHA-256 (hex) of the canonical JSON of all that an edition shows."""
    data = edition_to_data(edition)
    del data["hash"]
    canonical = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def sealed(edition: Edition) -> Edition:
    """Return the edition with its hash."""
    return replace(edition, hash=edition_hash(edition))


def edition_from_data(data: Mapping[str, Any]) -> Edition:
    """Return the edition that `edition_to_data` wrote.

    :raises KeyError: if a part is missing.
    :raises ValueError: if a value is none of the known ones.
    """
    return Edition(
        procedure=data["procedure"],
        language=data["language"],
        state=EditionState(data["state"]),
        hash=data["hash"],
        citation=data["citation"],
        evidence_checked=date.fromisoformat(data["evidence_checked"]),
        chapters=tuple(_chapter(part) for part in data["chapters"]),
        compounds={key: _compound(part) for key, part in data["compounds"].items()},
        check=tuple(_item(part) for part in data["check"]),
        # Editions that were frozen before there were prompts stay readable.
        teach_back=tuple(_prompt(part) for part in data.get("teach_back", ())),
        figures={key: _figure(part) for key, part in data["figures"].items()},
        glossary={key: _term(part) for key, part in data["glossary"].items()},
        claims={key: _claim(part) for key, part in data["claims"].items()},
        sources={key: Source(**part) for key, part in data["sources"].items()},
        notes=tuple(_block(note) for note in data["notes"]),
        health=tuple(_health_group(part) for part in data.get("health", ())),
        classes={key: _class(part) for key, part in data.get("classes", {}).items()},
    )


def _block(data: Mapping[str, Any]) -> Block:
    return Block(
        id=data["id"],
        claims=tuple(data["claims"]),
        layer=Layer(data["layer"]),
        kind=Kind(data["kind"]),
        text=tuple(data["text"]),
        figure=data["figure"],
        offered=tuple(data["offered"]),
    )


def _chapter(data: Mapping[str, Any]) -> Chapter:
    blocks = tuple(_block(block) for block in data["blocks"])
    return Chapter(data["id"], data["title"], blocks, data.get("ask_understood", False))


def _compound(data: Mapping[str, Any]) -> Compound:
    return Compound(
        id=data["id"],
        name=data["name"],
        medicine=data["medicine"],
        off_label=OffLabel(data["off_label"]),
        parts=tuple(_block(block) for block in data["parts"]),
        # An edition that was frozen before there was a formulary offered all that it described.
        group=data.get("group", ""),
        setting=Setting(data.get("setting", Setting.ON)),
    )


def _class(data: Mapping[str, Any]) -> CompoundClass:
    return CompoundClass(data["id"], Setting(data["setting"]), data["name"], data["why"])


def _item(data: Mapping[str, Any]) -> CheckItem:
    return CheckItem(
        id=data["id"],
        critical=data["critical"],
        claims=tuple(data["claims"]),
        question=data["question"],
        options=dict(data["options"]),
        correct=data["correct"],
        explain=data["explain"],
        again=data["again"],
        for_whom=ForWhom(data["for_whom"]),
    )


def _prompt(data: Mapping[str, Any]) -> Prompt:
    return Prompt(data["id"], tuple(data["blocks"]), data["question"], data["listen_for"])


def _health_group(data: Mapping[str, Any]) -> HealthGroup:
    return HealthGroup(data["id"], data["title"], dict(data["questions"]))


def _figure(data: Mapping[str, Any]) -> Figure:
    return Figure(
        data["id"], tuple(data["claims"]), data["title"], data["alt"], dict(data["labels"])
    )


def _term(data: Mapping[str, Any]) -> Term:
    return Term(data["word"], tuple(data["forms"]), data["meaning"])


def _claim(data: Mapping[str, Any]) -> Claim:
    return Claim(
        id=data["id"],
        section=data["section"],
        strengths=tuple(Strength(strength) for strength in data["strengths"]),
        use=Use(data["use"]),
        text=data["text"],
    )
