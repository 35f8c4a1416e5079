"""The talk: what was missed comes first, and no note ever reaches another patient's episode."""

from litconsent.domain.leaflets import compose
from litconsent.domain.people import FamilyMember
from litconsent.domain.plans import PlannedCompound
from litconsent.domain.statements import Statement
from litconsent.services.consultation import look_at_episode
from tests.builders import a_patient, a_plan
from tests.journey import Journey
from tests.ui.clinic_screens import TABLET, screen


def prepared(clinic, **parts):
    return Journey(clinic, tablet=TABLET).prepare(clinic_language="en", **parts).episode_id


def notes(clinic, episode):
    return look_at_episode(clinic, TABLET, episode).notes


def talk(episode):
    return screen(page="clinic/consultation", episode=episode)


def field(page, name, episode):
    return page.text_area(key=f"talk.{name}.{episode}")


def test_a_jump_to_another_episode_carries_no_note_over(signed_in):
    ada = prepared(signed_in, patient=a_patient(name="Ada"))
    bruno = prepared(signed_in, patient=a_patient(name="Bruno"))
    page = talk(ada)
    field(page, "answered", ada).set_value("Only for Ada").run()
    page.query_params["episode"] = bruno
    page.run()
    assert [area.value for area in page.text_area] == [""] * len(page.text_area)
    assert notes(signed_in, bruno).answered == ""
    assert notes(signed_in, ada).answered == "Only for Ada"


def test_a_note_is_kept_as_it_is_written_and_is_there_again(signed_in):
    episode = prepared(signed_in)
    field(talk(episode), "Q06", episode).set_value("She told me the signs").run()
    assert notes(signed_in, episode).resolved == {"Q06": "She told me the signs"}
    assert field(talk(episode), "Q06", episode).value == "She told me the signs"


def test_questions_that_matter_most_stand_first(signed_in):
    page = talk(prepared(signed_in))
    check = compose(signed_in.library.edition("en")).check
    critical = {item.id for item in check if item.critical}
    shown = [area.key.split(".")[1] for area in page.text_area if area.key.split(".")[1][0] == "Q"]
    assert critical and set(shown) == {item.id for item in check}
    assert set(shown[: len(critical)]) == critical


def test_what_stands_before_a_yes_is_said_in_the_clinic_s_language(signed_in):
    page = screen(page="clinic/consultation", episode=prepared(signed_in), lang="it")
    said = "".join(part.proto.body for part in page.get("html"))
    assert "Il paziente lo dice con parole sue" in said and "<dd>teach-back" not in said


def test_off_label_use_and_a_silent_family_are_confirmed_one_by_one(signed_in):
    plan = a_plan(compounds=(PlannedCompound("ketoprofen", "Reason", off_label=True),))
    episode = prepared(signed_in, plan=plan, who=Statement(family=FamilyMember("Bea", "niece")))
    page = talk(episode)
    boxes = [box.key for box in page.checkbox if box.key.startswith("talk.")]
    assert [page.checkbox(key=key).value for key in boxes] == [False, False, False]
    for key in boxes:
        page.checkbox(key=key).check().run()
    kept = notes(signed_in, episode)
    assert kept.acknowledged == ("ketoprofen",) and kept.family_stayed_silent
    assert kept.privacy_notice


def test_an_unknown_episode_is_said_and_shows_no_field(signed_in):
    page = talk("no-such-episode")
    assert len(page.error) == 1 and not page.text_area


def test_a_note_with_a_hidden_character_is_refused_and_stays_in_its_field(signed_in):
    episode = prepared(signed_in)
    page = field(talk(episode), "answered", episode).set_value("a\u202eb").run()
    assert "invisible character" in page.error[0].value
    assert field(page, "answered", episode).value == "a\u202eb"
    assert notes(signed_in, episode).answered == ""
