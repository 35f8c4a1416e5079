"""Whatever is prepared among made-up data is a specimen, and never anything else."""

from litconsent.content.who_decides_file import known_rulebook
from litconsent.i18n.text import text_for
from litconsent.services.specimen_cases import VARIANTS, cases
from litconsent.settings import DEMONSTRATION, PROJECT
from tests.journey import Journey


def test_an_episode_that_a_visitor_prepares_in_a_demonstration_is_a_specimen(clinic):
    assert Journey(clinic).set_up().prepare().episode.specimen is False
    (clinic.settings.data_dir / DEMONSTRATION).touch()
    assert Journey(clinic).prepare().episode.specimen is True


def test_there_is_a_specimen_of_every_variant_that_the_rules_know():
    known = {variant.id for variant in known_rulebook(PROJECT / "content", "it").variants}
    assert len(known) > 20
    assert known == set(VARIANTS) == set(cases(text_for("en")))
