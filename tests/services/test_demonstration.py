"""Whatever is prepared among made-up data is a specimen, and never anything else."""

from litconsent.settings import DEMONSTRATION
from tests.journey import Journey


def test_an_episode_that_a_visitor_prepares_in_a_demonstration_is_a_specimen(clinic):
    assert Journey(clinic).set_up().prepare().episode.specimen is False
    (clinic.settings.data_dir / DEMONSTRATION).touch()
    assert Journey(clinic).prepare().episode.specimen is True
