"""A mixture in the words of screens and documents."""

from litconsent.domain.editions import Edition
from litconsent.domain.mixtures import Mixture
from litconsent.i18n.text import Text, isolated


def mixture_words(_: Text, edition: Edition, mixture: Mixture) -> str:
    """Return what is mixed, why, and where its stability was shown."""
    return _(
        "{names}. Why: {reason}. Stability: {stability}",
        names=_.list([edition.compounds[key].name for key in mixture.compounds]),
        reason=isolated(mixture.terms.reason.rstrip(".")),
        stability=isolated(mixture.terms.stability),
    )


def mixture_rows(_: Text, edition: Edition, mixture: Mixture | None) -> list[tuple[str, str]]:
    """Return a mixture as a fact of its plan, or nothing where nothing is mixed."""
    if mixture is None:
        return []
    return [(_("Mixed in one syringe"), mixture_words(_, edition, mixture))]
