"""Reads what the classes of compounds are called in one language, and why some are locked."""

from collections.abc import Mapping
from pathlib import Path

from litconsent.content.faults import ContentFault
from litconsent.content.toml_table import read_toml
from litconsent.domain.editions import CompoundClass, Setting


def read_classes(
    folder: Path, language: str, settings: Mapping[str, Setting]
) -> dict[str, CompoundClass]:
    """Return the classes in one language.

    :raises ContentInvalid: if one has no name, or a locked one no reason.
    """
    document = read_toml(folder / language / "formulary.toml", f"{language}/formulary.toml")
    document.only(*settings)
    found = {}
    for class_id, setting in settings.items():
        table = document.table(class_id)
        name, why = table.text("name"), table.optional_text("why") or ""
        table.done()
        if setting is Setting.LOCKED and not why:
            table.fail(ContentFault.NO_REASON, class_id)
        found[class_id] = CompoundClass(class_id, setting, name, why)
    return found
