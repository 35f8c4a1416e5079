"""What the variants are called where somebody chooses one."""

from litconsent.domain.variants import Variant
from litconsent.i18n.text import N_, Text

VARIANT = {
    "V01": N_("An adult who decides alone"),
    "V02": N_("An adult who decides, with family taking part"),
}


def variant_name(variant: Variant, _: Text) -> str:
    """Return the name of a variant; one that has none here is called by its number."""
    return _(VARIANT[variant.id]) if variant.id in VARIANT else variant.id
