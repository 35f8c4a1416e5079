"""The screen where the patient is on the way: the server knows which."""

from litconsent.services.read_leaflet import open_reading
from litconsent.ui import walk_chapter, walk_health, walk_screens
from litconsent.ui.notices import edition_notice
from litconsent.ui.visit import visit
from litconsent.ui.walk import StepKind, present, progress

SCREENS = {
    StepKind.PRESENCE: walk_screens.presence,
    StepKind.CHAPTER: walk_chapter.read_chapter,
    StepKind.CHECK: walk_screens.before_check,
    StepKind.ITEM: walk_screens.check_item,
    StepKind.HEALTH: walk_health.health,
    StepKind.WISHES: walk_screens.wishes,
    StepKind.END: walk_screens.end,
}

reading = open_reading(visit().clinic, visit().tablet)
edition_notice(reading.leaflet.edition, visit().text, draft=reading.draft)
progress(visit(), reading)
SCREENS[present(reading).kind](visit(), reading)
