"""One English sentence for each content fault and each gate: what is wrong and what cures it."""

from litconsent.content.faults import ContentFault, ContentProblem
from litconsent.content.gates import Finding, Gate
from litconsent.domain.errors import LitConsentError

_CURES = {
    ContentFault.FILE_MISSING: "The file cannot be read. Add it.",
    ContentFault.FILE_TOO_LARGE: "The file is too large. Split it.",
    ContentFault.NOT_UTF8: "This line is not UTF-8. Save the file as UTF-8.",
    ContentFault.BROKEN_TOML: "This is not TOML ({detail}). Mend the line.",
    ContentFault.UNKNOWN_KEY: "Nobody reads the key {detail}. Remove it or mend its spelling.",
    ContentFault.MISSING_KEY: "The key {detail} is missing. Add it.",
    ContentFault.WRONG_TYPE: "{detail} has the wrong type. Look at its neighbours.",
    ContentFault.WRONG_VALUE: "{detail} is none of the known values.",
    ContentFault.DUPLICATE_ID: "The id {detail} stands here twice. Rename one.",
    ContentFault.UNKNOWN_CLAIM: "No claim or source {detail} is in claims.toml.",
    ContentFault.UNKNOWN_BLOCK: "No block {detail} is in outline.toml or compounds.toml.",
    ContentFault.UNKNOWN_CHAPTER: "No chapter {detail} is in outline.toml. Remove the file.",
    ContentFault.UNKNOWN_FIGURE: "No figure {detail} can be drawn.",
    ContentFault.MISSING_TITLE: "The page needs one first line '# Title'.",
    ContentFault.MISSING_BLOCK: "The block '## {detail}' is missing. Add it.",
    ContentFault.EXTRA_BLOCK: "The outline has no block {detail}. Remove it or add it there.",
    ContentFault.MISSING_ID: "Words stand here without a block id ({detail}). Put '## id' before.",
    ContentFault.EMPTY_BLOCK: "Nothing stands here ({detail}). Write it.",
    ContentFault.WRONG_KIND: "The lines do not look like the kind in the outline ({detail}).",
    ContentFault.MARKUP: "Only plain words are allowed; {detail!r} looks like markup. Remove it.",
    ContentFault.CONTROL_CHARACTER: "The hidden character {detail} stands here. Remove it.",
    ContentFault.UNBALANCED_BIDI: "A direction mark is opened or closed only once. Pair it.",
    ContentFault.PARAGRAPH_TOO_LONG: "A paragraph of {detail} characters. Split it under 1200.",
    ContentFault.MISSING_PART: "The compound lacks '## {detail}'. Write this part.",
    ContentFault.NOTHING_CITED: "Say in {detail} which claims or sources this part rests on.",
    ContentFault.CLOSED_CLASS: "{detail} is no class, or it is locked. Name an open class.",
    ContentFault.NO_REASON: "The locked class {detail} needs one sentence: why = '…'.",
    ContentFault.NO_CORRECT_OPTION: "The right option is not among the options ({detail}).",
    ContentFault.OPTIONS_DIFFER: "The options of {detail} differ from the source language.",
    ContentFault.LABELS_DIFFER: "The labels are not those the drawing needs ({detail}).",
    ContentFault.MISSING_LANGUAGE: "There is no folder {detail}. Add it or remove the language.",
}
_DEMANDS = {
    Gate.CORE_CLAIM: "no short block or compound part cites this core claim.",
    Gate.CLINICIAN_CLAIM: "cites {detail}, which is for clinicians only.",
    Gate.CITATION: "cites no claim and no source.",
    Gate.NUMBERS: "its numbers differ between the languages ({detail}).",
    Gate.NEGATION: "it negates in one language only ({detail}).",
    Gate.READABILITY: "too hard to read ({detail}).",
    Gate.UNLABELLED: "rests on the unverified {detail} and does not say so in its words.",
    Gate.UNVERIFIED_SOURCE: "an unverified source carries [BG] in its citation, and only such one.",
}


def cure_of(problem: ContentProblem) -> str:
    """Return what is wrong with a file and what cures it."""
    return _CURES[problem.fault].format(detail=problem.detail)


def demand_of(finding: Finding) -> str:
    """Return what a gate asks that is not so."""
    return _DEMANDS[finding.gate].format(detail=finding.detail)


# By the name of the error: commands know no layer below the services.
START_CURES = {
    "KeyFileMissing": "Put the key file back from where you keep its copy; no other key fits.",
    "KeyFileDamaged": "Put the key file back from where you keep its copy; no other key fits.",
    "KeyFileMode": "Run: chmod 600 on that file. If others could read it, tell the clinic's lead.",
    "WrongKey": "Put back the key file that belongs to this database, or the latest backup.",
    "DatabaseDamaged": "Keep the file as evidence, put the latest backup in its place.",
    "DatabaseNewer": "Start the newer version of this software.",
    "FileUnreachable": "Check that the folder exists and belongs to the user who starts this.",
    "DiskFull": "Make room on the disk and start again; nothing was half-written.",
    "SettingInvalid": "Look at .env.example: it names every setting.",
}


def start_cure(error: LitConsentError) -> str:
    """Return what to do about an error that keeps a command from running, or nothing."""
    return next(
        (START_CURES[k.__name__] for k in type(error).__mro__ if k.__name__ in START_CURES), ""
    )
