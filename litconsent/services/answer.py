"""Answers of the patient, each saved as it is given."""

from dataclasses import replace

from litconsent.domain.answers import Answers, Presence
from litconsent.domain.checks import UNSURE, Attempt
from litconsent.domain.comparisons import fit_together
from litconsent.domain.errors import EditionsDiffer, StaleDraft
from litconsent.domain.events import EventKind
from litconsent.domain.tablets import Mode
from litconsent.domain.understanding import Sight
from litconsent.services.access import Act, acting
from litconsent.services.clinic import Clinic
from litconsent.services.editions import freeze, kept_hash, leaflet_of
from litconsent.services.printable import refuse_unprintable
from litconsent.services.read_leaflet import Reading, reading_of

# What was told in private is in no document.
_PRINTED = ("questions", "matters", "health_words")


def save_answers(clinic: Clinic, tablet: str, answers: Answers, version: int) -> int:
    """Keep what the patient wrote and where they are; return the new version.

    What has its own use case (chapters read, attempts, presence) is kept as it is stored.

    :raises StaleDraft: if another tab saved since `version`.
    :raises UnprintableCharacter: if the document could not show a word of it.
    """
    with acting(clinic, tablet, "answer", Mode.PATIENT) as act:
        reading = reading_of(clinic, act)
        if reading.version != version:
            raise StaleDraft
        stored = reading.answers
        for name in _PRINTED:
            if getattr(answers, name) != getattr(stored, name):
                refuse_unprintable({f"answers.{name}": getattr(answers, name)})
        kept = replace(
            stored,
            private=answers.private,
            questions=answers.questions,
            matters=answers.matters,
            step=answers.step,
            health=answers.health,
            health_words=answers.health_words,
        )
        return _save(act, reading, kept) if kept != stored else version


def tell_presence(
    clinic: Clinic, tablet: str, presence: Presence, pressed: bool | None, private: str
) -> Reading:
    """Keep whom the patient wants beside them and whether anyone presses them; for the doctor."""
    with acting(clinic, tablet, "answer", Mode.PATIENT) as act:
        reading = reading_of(clinic, act)
        kept = replace(reading.answers, presence=presence, pressed=pressed, private=private)
        if (presence, pressed) != (reading.answers.presence, reading.answers.pressed):
            act.note(EventKind.PRESENCE_TOLD, reading.episode.id, presence=presence)
        if kept != reading.answers:
            _save(act, reading, kept)
        return reading_of(clinic, act)


def note_read(
    clinic: Clinic,
    tablet: str,
    chapter_id: str,
    sight: Sight | None = None,
    *,
    whole: bool = True,
    step: str = "",
) -> Reading:
    """Keep how a chapter was seen, whether to its end, and where the patient goes, in one save.

    A chapter read to its end is noted once, with the hash of the text that was shown.
    """
    with acting(clinic, tablet, "answer", Mode.PATIENT) as act:
        reading = reading_of(clinic, act)
        if reading.leaflet.chapter(chapter_id) is None:
            return reading
        answers = reading.answers
        kept = replace(answers, step=step or answers.step)
        if whole and chapter_id not in answers.read:
            act.note(
                EventKind.CHAPTER_READ,
                reading.episode.id,
                chapter=chapter_id,
                language=reading.leaflet.edition.language,
                leaflet=reading.leaflet.hash,
            )
            kept = replace(kept, read=(*answers.read, chapter_id))
        if sight:
            kept = _seen(act, reading, kept, chapter_id, sight)
        if kept != answers:
            _save(act, reading, kept)
        return reading_of(clinic, act)


def answer_item(clinic: Clinic, tablet: str, item_id: str, option: str) -> Reading:
    """Keep an answer to a check item; one after understanding, or a third one, changes nothing."""
    with acting(clinic, tablet, "answer", Mode.PATIENT) as act:
        reading = reading_of(clinic, act)
        result = next((r for r in reading.results if r.item.id == item_id), None)
        if result and result.open and option in (*result.item.options, UNSURE):
            attempts = (*reading.answers.attempts, Attempt(item_id, option))
            act.note(
                EventKind.CHECK_ANSWERED,
                reading.episode.id,
                item=item_id,
                understood=option == result.item.correct,
                language=reading.leaflet.edition.language,
            )
            _save(act, reading, replace(reading.answers, attempts=attempts))
        return reading_of(clinic, act)


def choose_language(clinic: Clinic, tablet: str, language: str) -> Reading:
    """Let the patient go on in another language; every answer stays.

    :raises LanguageUnavailable: if there is no whole edition.
    :raises EditionsDiffer: if its edition has other blocks than the one that was begun.
    """
    with acting(clinic, tablet, "answer", Mode.PATIENT) as act:
        reading = reading_of(clinic, act)
        if language != reading.leaflet.edition.language:
            if kept_hash(act.books, reading.episode, language) is None:
                edition = freeze(clinic, act.books, language)
                if not fit_together(edition, reading.leaflet.edition):
                    raise EditionsDiffer(language, reading.leaflet.edition.language)
            leaflet = leaflet_of(clinic, act.books, reading.episode, language)
            act.note(
                EventKind.LANGUAGE_CHOSEN,
                reading.episode.id,
                language=language,
                edition=leaflet.edition.hash,
                leaflet=leaflet.hash,
            )
            _save(act, reading, replace(reading.answers, language=language))
        return reading_of(clinic, act)


def _seen(act: Act, reading: Reading, answers: Answers, chapter: str, sight: Sight) -> Answers:
    """Return the answers with another look at a chapter, noting what was said about it."""
    if sight.feeling or sight.explain:
        act.note(
            EventKind.UNDERSTANDING_TOLD,
            reading.episode.id,
            chapter=chapter,
            said=sight.feeling or "explain",
            language=reading.leaflet.edition.language,
        )
    before = answers.seen.get(chapter, Sight())
    return replace(answers, seen={**answers.seen, chapter: before.then(sight)})


def _save(act: Act, reading: Reading, answers: Answers) -> int:
    return act.books.drafts.save(
        reading.episode.id, "patient", answers.to_data(), reading.version, act.now
    )
