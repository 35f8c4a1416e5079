"""Begin a preparation with one of the clinic's usual plans."""

from litconsent.domain.errors import PlanUnknown
from litconsent.domain.tablets import Mode
from litconsent.services.access import acting
from litconsent.services.clinic import Clinic
from litconsent.services.editions import serving
from litconsent.services.preparation import keep_preparation, preparation_in
from litconsent.services.read_formulary import formulary_in
from litconsent.services.usual_plans import plans_in


def use_usual_plan(clinic: Clinic, tablet: str, name: str, language: str) -> None:
    """Fill this account's preparation with a usual plan; what it says of the patient stays.

    What the formulary does not offer any more, in the clinic's `language`, is left out.

    :raises PlanUnknown: if there is no plan of this name.
    :raises LanguageUnavailable: if there is no whole edition.
    """
    with acting(clinic, tablet, "prepare", Mode.CLINIC) as act:
        edition = serving(clinic, act.books, language)
        offered = formulary_in(act.books, edition).offer(edition).compounds
        found = [plan for plan in plans_in(act) if plan.name == name]
        if not found:
            raise PlanUnknown
        keep_preparation(act, found[0].filled_in(preparation_in(act), offered))
