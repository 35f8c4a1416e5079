"""The steps of a journey, told once, through the services that the screens call."""

from dataclasses import dataclass, replace

from litconsent.domain.answers import Notes, Presence
from litconsent.domain.episodes import Episode
from litconsent.domain.people import Letterhead
from litconsent.domain.statements import Statement
from litconsent.services.answer import answer_item, note_read, save_answers, tell_presence
from litconsent.services.clinic import Clinic
from litconsent.services.consultation import open_consultation, save_notes
from litconsent.services.decide import open_decision
from litconsent.services.fictional_way import STROKES
from litconsent.services.hand_back import hand_back
from litconsent.services.hand_over import hand_over
from litconsent.services.prepare_episode import prepare_episode
from litconsent.services.read_leaflet import open_reading
from litconsent.services.set_up import issue_setup_code, set_up_clinic
from litconsent.services.sign_in import sign_in
from tests.builders import a_patient, a_plan

INK = STROKES
TABLET, OTHER_TABLET = "a" * 64, "b" * 64
USERNAME, PASSWORD = "dr.verdi", "a quiet room with a view"


@dataclass
class Journey:
    """One clinic with one tablet on its way through an episode."""

    clinic: Clinic
    tablet: str = TABLET
    episode: Episode | None = None

    @property
    def episode_id(self) -> str:
        assert self.episode is not None
        return self.episode.id

    def set_up(self) -> "Journey":
        code = issue_setup_code(self.clinic)
        assert code is not None
        set_up_clinic(
            self.clinic,
            self.tablet,
            code=code,
            letterhead=Letterhead("Ambulatorio San Luca", "Via Roma 1, Torino", "011 555 0100"),
            username=USERNAME,
            name="Dr. Anna Verdi",
            password=PASSWORD,
        )
        return self

    def sign_in(self) -> "Journey":
        sign_in(self.clinic, self.tablet, USERNAME, PASSWORD)
        return self

    def prepare(self, *, language="it", clinic_language="it", family=None, **parts) -> "Journey":
        self.episode = prepare_episode(
            self.clinic,
            self.tablet,
            patient=parts.get("patient", a_patient()),
            plan=parts.get("plan", a_plan()),
            language=language,
            clinic_language=clinic_language,
            who=parts.get("who", Statement(family=family)),
            follows=parts.get("follows", ""),
        )
        return self

    def hand_over(self) -> "Journey":
        hand_over(self.clinic, self.tablet, self.episode_id)
        return self

    def read(self, *, misses=(), questions="", matters="") -> "Journey":
        reading = open_reading(self.clinic, self.tablet)
        presence = Presence.FAMILY_READS if reading.episode.family else Presence.ALONE
        tell_presence(self.clinic, self.tablet, presence, pressed=False, private="")
        reading = open_reading(self.clinic, self.tablet)
        for chapter in reading.leaflet.chapters:
            note_read(self.clinic, self.tablet, chapter.id)
        for item in reading.leaflet.check:
            wrong = next(option for option in item.options if option != item.correct)
            for option in [wrong, wrong] if item.id in misses else [item.correct]:
                answer_item(self.clinic, self.tablet, item.id, option)
        reading = open_reading(self.clinic, self.tablet)
        written = replace(reading.answers, questions=questions, matters=matters)
        save_answers(self.clinic, self.tablet, written, reading.version)
        return self

    def hand_back(self) -> "Journey":
        hand_back(self.clinic, self.tablet)
        return self

    def talk(self, **notes) -> "Journey":
        talk = open_consultation(self.clinic, self.tablet, self.episode_id)
        if notes:
            save_notes(
                self.clinic, self.tablet, self.episode_id, Notes(**notes), talk.notes_version
            )
        return self

    def open_decision(self) -> "Journey":
        open_decision(self.clinic, self.tablet, self.episode_id)
        return self

    def to_the_decision(self, **prepare) -> "Journey":
        """Walk from nothing to the decision screen with nothing missed."""
        self.set_up().prepare(**prepare).hand_over().read().hand_back().sign_in()
        family = prepare.get("family") is not None
        return self.talk(family_stayed_silent=family).open_decision()
