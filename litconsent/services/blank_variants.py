"""The variants that a blank form can be printed for: places to sign and text, without a patient."""

from litconsent.domain.rulings import Ruling
from litconsent.i18n.text import text_for
from litconsent.services.clinic import Clinic
from litconsent.services.rulings import ruling_for
from litconsent.services.specimen_cases import ENDINGS, VARIANTS, born, cases

# An ending is a box on every form; a course has several sessions and no form of its own, and a
# withdrawal is a page of its own.
BLANKS = tuple(one for one in VARIANTS if one not in (*ENDINGS, "V17", "V20"))


def blank_ruling(clinic: Clinic, variant: str) -> Ruling:
    """Return what the rules say where this variant holds, as the specimen of it states it.

    :raises KeyError: for a variant that no blank form is printed for.
    """
    case = cases(text_for("en"))[variant]
    birth_date = born(case.age, clinic.now().date())
    return ruling_for(clinic, case.stated, birth_date, off_label=False, sessions=1)
