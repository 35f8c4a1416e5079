"""Release, change, withdraw, release again: what serves a reader at each moment, and for ever."""

import io
import shutil
from datetime import timedelta

import pytest
from sqlalchemy import text

from litconsent.cli.check_states import write_states
from litconsent.domain.comparisons import Verdict
from litconsent.domain.decisions import Decision
from litconsent.domain.editions import EditionState
from litconsent.domain.errors import (
    AlreadyReleased,
    EditionsDiffer,
    LanguageUnavailable,
    NotAllowed,
    NothingReleased,
    NotReleasable,
    TextHasMoved,
    TextMissing,
)
from litconsent.domain.leaflets import compose
from litconsent.domain.people import AccountRole, Role
from litconsent.domain.releases import Reviewer
from litconsent.services.accounts import add_account
from litconsent.services.answer import choose_language
from litconsent.services.clinic import open_clinic
from litconsent.services.compare_editions import compare_editions, compare_languages, read_edition
from litconsent.services.content_files import file_problems, read_files_again
from litconsent.services.decide import decide, sign
from litconsent.services.editions import frozen, offered_languages
from litconsent.services.episode_editions import Standing, editions_of_episode
from litconsent.services.read_leaflet import open_public, open_reading
from litconsent.services.release_language import release_language
from litconsent.services.seal_record import seal_record
from litconsent.services.sign_in import sign_in
from litconsent.services.withdraw_language import withdraw_language
from litconsent.settings import PROJECT
from tests.content.translating import add_french, keep_authored
from tests.journey import INK, OTHER_TABLET, PASSWORD, TABLET, USERNAME, Journey

REVIEWER = Reviewer("Prof. Elena Conti", "Specialist in pain medicine")


@pytest.fixture
def clinic(settings, clock, tmp_path):
    """A clinic whose content files a test may change."""
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    keep_authored(tmp_path / "content")
    own = type(settings)(settings.data_dir, settings.keys_dir, tmp_path / "content")
    opened = open_clinic(own, clock)
    Journey(opened).set_up()
    yield opened
    opened.store.close()


def edit(clinic, file, old, new, *, read=True):
    path = clinic.settings.content_dir / "lit" / file
    words = path.read_text(encoding="utf-8")
    assert old in words
    path.write_text(words.replace(old, new, 1), encoding="utf-8")
    if read:
        read_files_again(clinic, TABLET)


def release(clinic, language="it", tablet=TABLET):
    seen = clinic.library.edition(language).hash
    return release_language(clinic, tablet, language, reviewer=REVIEWER, seen=seen)


def key_sentence(clinic, language="it"):
    return open_public(clinic, language).chapters[0].blocks[0].text[0]


def working(clinic, language):
    return compose(clinic.library.edition(language)).block("what.key").text


def stored(clinic, edition_hash):
    with clinic.store._transaction(writing=False) as connection:
        statement = text("SELECT body FROM editions WHERE hash = :hash")
        return connection.execute(statement, {"hash": edition_hash}).scalar_one()


def test_out_of_the_box_every_language_is_a_draft(clinic):
    found = compare_languages(clinic, TABLET)
    assert {one.language for one in found} == {"en", "it"}
    assert all(one.release is None and one.obstacles == () for one in found)
    assert open_public(clinic, "it").edition.state is EditionState.DRAFT


def test_a_released_language_is_read_as_released_and_the_other_stays_a_draft(clinic):
    edition = release(clinic)
    assert open_public(clinic, "it").edition.hash == edition.hash
    assert edition.state is EditionState.RELEASED
    assert open_public(clinic, "en").edition.state is EditionState.DRAFT


def test_the_released_words_go_on_serving_when_the_working_text_changes(clinic):
    release(clinic)
    before = key_sentence(clinic)
    edit(clinic, "it/what.md", before, "Molte punture. Poco liquido. Solo nella pelle.")
    assert working(clinic, "it") != (before,)
    assert key_sentence(clinic) == before
    found = compare_editions(clinic, TABLET, "it")
    assert not found.unchanged and found.count(Verdict.CHANGED) == 1
    (section,) = [one for one in found.sections if one.differing]
    (changed,) = section.differing
    assert (section.id, changed.id) == ("what", "what.key")
    assert changed.released.words == (before,) != changed.working.words
    assert changed.beside.words == working(clinic, "en")


def test_a_released_edition_stays_byte_for_byte_through_everything(clinic):
    first = release(clinic)
    kept = stored(clinic, first.hash)
    sentence = key_sentence(clinic)
    edit(clinic, "it/what.md", sentence, "Molte punture. Poco liquido. Solo nella pelle.")
    second = release(clinic)
    withdraw_language(clinic, TABLET, "it", reason="A mistake in chapter 3")
    shutil.rmtree(clinic.settings.content_dir / "lit" / "it")
    read_files_again(clinic, TABLET)
    assert stored(clinic, first.hash) == kept
    assert second.hash != first.hash
    with clinic.store.reading() as books:
        assert frozen(books, first.hash) == first
    assert clinic.store.check() == ()


def test_a_released_language_serves_even_if_its_files_cannot_be_read_after_a_restart(clinic):
    edition = release(clinic)
    (clinic.settings.content_dir / "lit/it/what.md").write_text("<script>", encoding="utf-8")
    again = open_clinic(clinic.settings, clinic.clock)
    assert "it" not in again.library.languages()
    assert set(offered_languages(again)) == {"en", "it"}
    assert open_public(again, "it").edition.hash == edition.hash
    withdraw_language(again, TABLET, "it", reason="No text")
    with pytest.raises(LanguageUnavailable):
        open_public(again, "it")
    again.store.close()


def test_after_withdrawal_new_episodes_get_the_draft_and_old_ones_keep_what_they_began_with(clinic):
    edition = release(clinic)
    old = Journey(clinic).prepare().episode
    withdraw_language(clinic, TABLET, "it", reason="New law")
    new = Journey(clinic).prepare().episode
    assert old.edition_hash == edition.hash
    assert new.edition_hash == clinic.library.edition("it").hash != edition.hash
    assert [k.standing for k in editions_of_episode(clinic, TABLET, old.id)] == [Standing.WITHDRAWN]
    Journey(clinic, episode=old).hand_over()
    reading = open_reading(clinic, TABLET)
    assert reading.leaflet.edition == edition and not reading.draft


def test_the_same_words_can_be_released_again_after_a_withdrawal_but_not_twice(clinic):
    first = release(clinic)
    with pytest.raises(AlreadyReleased):
        release(clinic)
    withdraw_language(clinic, TABLET, "it", reason="To look again")
    with pytest.raises(NothingReleased):
        withdraw_language(clinic, TABLET, "it", reason="Once more")
    assert release(clinic) == first
    found = compare_editions(clinic, TABLET, "it")
    assert found.unchanged
    assert [entry.withdrawal for entry in found.history] == [False, True, False]
    assert found.history[1].reason == "To look again"
    assert found.release.reviewer == REVIEWER
    assert clinic.store.verify_chain().whole


def test_an_episode_says_when_something_newer_came(clinic, clock):
    began = Journey(clinic).prepare().episode
    assert [k.standing for k in editions_of_episode(clinic, TABLET, began.id)] == [Standing.CURRENT]
    clock.move(minutes=5)
    release(clinic)
    (kept,) = editions_of_episode(clinic, TABLET, began.id)
    assert (kept.standing, kept.since) == (Standing.NEWER, clock.time)
    assert kept.edition.state is EditionState.DRAFT


def test_a_language_chosen_on_the_way_is_kept_as_the_patient_met_it(clinic):
    journey = Journey(clinic).prepare(language="it", clinic_language="it").hand_over()
    met = choose_language(clinic, TABLET, "en").leaflet.edition
    assert met.state is EditionState.DRAFT
    Journey(clinic, tablet=OTHER_TABLET).sign_in()
    release(clinic, "en", OTHER_TABLET)
    assert open_reading(clinic, TABLET).leaflet.edition == met
    choose_language(clinic, TABLET, "it")
    assert choose_language(clinic, TABLET, "en").leaflet.edition == met
    assert journey.episode_id


@pytest.mark.parametrize(
    ("released", "valid"), [(("it", "en"), True), (("it",), False), (("en",), False), ((), False)]
)
def test_only_two_released_languages_make_a_valid_form(clinic, released, valid):
    for language in released:
        release(clinic, language)
    Journey(clinic).prepare(language="en", clinic_language="it").hand_over()
    assert open_reading(clinic, TABLET).draft is not valid


def test_a_form_sealed_after_a_withdrawal_is_what_its_own_editions_are(clinic):
    release(clinic)
    journey = Journey(clinic).prepare().hand_over().read().hand_back().sign_in()
    withdraw_language(clinic, TABLET, "it", reason="New law")
    journey.talk().open_decision()
    decide(clinic, TABLET, Decision.REFUSAL)
    sign(clinic, TABLET, Role.PATIENT, strokes=INK)
    record = seal_record(clinic, TABLET, journey.episode_id, USERNAME, PASSWORD, strokes=INK)
    assert record.specimen is False


def test_a_text_that_moved_since_the_lead_looked_is_not_released(clinic):
    seen = clinic.library.edition("it").hash
    edit(clinic, "it/what.md", "# Che", "# Ma che")
    with pytest.raises(TextHasMoved):
        release_language(clinic, TABLET, "it", reviewer=REVIEWER, seen=seen)
    edit(clinic, "it/what.md", "# Ma che", "# Ma che", read=False)
    edit(clinic, "it/what.md", "# Ma che", "# Che", read=False)
    with pytest.raises(TextHasMoved):
        release(clinic)


def test_a_failing_gate_and_a_broken_file_stand_before_a_release(clinic):
    edit(clinic, "it/what.md", key_sentence(clinic), "Pelle 7.")
    with pytest.raises(NotReleasable) as refused:
        release(clinic)
    assert {one.subject for one in refused.value.obstacles} == {"what.key"}
    edit(clinic, "it/never.md", "# ", "#")
    with pytest.raises(NotReleasable):
        release(clinic)
    assert {problem.file for problem in file_problems(clinic, TABLET)} == {"it/never.md"}
    assert compare_editions(clinic, TABLET, "it").obstacles


def test_a_stale_translation_is_read_as_a_draft_and_cannot_be_released(clinic):
    add_french(clinic.settings.content_dir)
    edit(clinic, "en/what.md", key_sentence(clinic, "en"), "Tiny needle pricks put liquid in.")
    assert key_sentence(clinic, "fr").startswith("Very small needle pricks")
    found = compare_editions(clinic, TABLET, "fr")
    assert found.count(Verdict.STALE) == 1 and found.beside == "en"
    with pytest.raises(NotReleasable) as refused:
        release(clinic, "fr")
    assert ("stale", "what.key") in {(o.gate, o.subject) for o in refused.value.obstacles}
    release(clinic, "en")


def test_a_doctor_who_is_not_lead_can_do_nothing_of_it(clinic):
    add_account(
        clinic,
        TABLET,
        username="dr.bruni",
        name="Dr. Bruni",
        password="another quiet room entirely",
        role=AccountRole.CLINICIAN,
    )
    release(clinic)
    sign_in(clinic, OTHER_TABLET, "dr.bruni", "another quiet room entirely")
    for tried in (
        lambda: release(clinic, "en", OTHER_TABLET),
        lambda: withdraw_language(clinic, OTHER_TABLET, "it", reason="Why not"),
        lambda: compare_editions(clinic, OTHER_TABLET, "it"),
        lambda: read_edition(clinic, OTHER_TABLET, "x" * 64),
        lambda: compare_languages(clinic, OTHER_TABLET),
        lambda: read_files_again(clinic, OTHER_TABLET),
        lambda: file_problems(clinic, OTHER_TABLET),
    ):
        with pytest.raises(NotAllowed):
            tried()


def test_a_reviewer_has_a_name_and_a_qualification_and_a_withdrawal_a_reason(clinic):
    with pytest.raises(TextMissing) as no_name:
        Reviewer(" ", "Specialist")
    with pytest.raises(TextMissing) as no_qualification:
        Reviewer("Elena Conti", "")
    release(clinic)
    with pytest.raises(TextMissing) as no_reason:
        withdraw_language(clinic, TABLET, "it", reason="  ")
    fields = [one.value.field for one in (no_name, no_qualification, no_reason)]
    assert fields == ["reviewer.name", "reviewer.qualification", "release.reason"]


def test_editions_of_two_outlines_are_never_put_side_by_side(clinic):
    release(clinic)
    for file, added in {
        "outline.toml": '\n[[chapter.block]]\nid = "family.added"\nclaims = ["C001"]\n'
        'layer = "more"\nkind = "text"\n',
        "en/family.md": "\n## family.added\n\nThis is new.\n",
        "it/family.md": "\n## family.added\n\nQuesto è nuovo.\n",
    }.items():
        with (clinic.settings.content_dir / "lit" / file).open("a", encoding="utf-8") as opened:
            opened.write(added)
    assert read_files_again(clinic, TABLET) == ()
    with pytest.raises(EditionsDiffer):
        Journey(clinic).prepare(language="en", clinic_language="it")
    Journey(clinic).prepare(language="it", clinic_language="it").hand_over()
    with pytest.raises(EditionsDiffer):
        choose_language(clinic, TABLET, "en")


def test_the_check_command_shows_how_every_language_stands(clinic):
    release(clinic, "en")
    release(clinic, "it")
    edit(clinic, "en/what.md", "# What it is", "# What this is", read=False)
    withdraw_language(clinic, TABLET, "it", reason="New law")
    said = io.StringIO()
    write_states(clinic.settings, said)
    english, italian = said.getvalue().splitlines()
    assert english.startswith("en: released on 2026-05-04, edition ")
    assert "Prof. Elena Conti" in english and english.endswith("has changed since.")
    assert italian == "it: withdrawn on 2026-05-04 (New law); a draft again."


def test_an_edition_changed_behind_the_store_is_found(clinic):
    edition = release(clinic)
    assert clinic.store.check() == ()
    with clinic.store._transaction(writing=True) as connection:
        connection.execute(text("DROP TRIGGER editions_no_update"))
        connection.execute(text("UPDATE editions SET body = replace(body, 'pelle', 'mano')"))
    assert any("its edition is gone or does not have" in line for line in clinic.store.check())
    assert edition.hash


def test_an_edition_once_released_can_be_read_alone_and_no_other_can(clinic):
    edition = release(clinic)
    withdraw_language(clinic, TABLET, "it", reason="New law")
    read = read_edition(clinic, TABLET, edition.hash)
    assert read.working == edition and len(read.sections) > 10
    with pytest.raises(LanguageUnavailable):
        read_edition(clinic, TABLET, clinic.library.edition("en").hash)


def test_a_release_is_an_entry_of_the_trail_with_its_person(clinic):
    edition = release(clinic)
    entry = compare_editions(clinic, TABLET, "it").release
    assert (entry.edition_hash, entry.reviewer) == (edition.hash, REVIEWER)
    assert entry.actor.startswith("account:") and entry.at - clinic.now() == timedelta(0)
