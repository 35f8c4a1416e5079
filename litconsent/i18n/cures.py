"""One sentence for each content fault and each gate: what is wrong and what cures it."""

from litconsent.i18n.text import N_, Text

# By the value of the fault and of the gate: this layer knows no content.
CURES = {
    "file_missing": N_("The file cannot be read. Add it."),
    "file_too_large": N_("The file is larger than 400 kB. Split it; this line is its longest."),
    "not_utf8": N_("This line is not UTF-8. Save the file as UTF-8."),
    "broken_toml": N_("This is not TOML ({detail}). Mend the line."),
    "unknown_key": N_("Nobody reads the key {detail}. Remove it or mend its spelling."),
    "missing_key": N_("The key {detail} is missing. Add it."),
    "wrong_type": N_("{detail} has the wrong type. Look at its neighbours."),
    "wrong_value": N_("{detail} is none of the known values."),
    "duplicate_id": N_("The id {detail} stands here twice. Rename one."),
    "unknown_claim": N_("No claim or source {detail} is in claims.toml."),
    "unknown_block": N_("No block {detail} is in outline.toml or compounds.toml."),
    "unknown_chapter": N_("No chapter {detail} is in outline.toml. Remove the file."),
    "unknown_figure": N_("No figure {detail} can be drawn. Mend its id or take it out."),
    "unknown_offer": N_("No compound, topic or circumstance is called {detail}."),
    "missing_title": N_("The page needs one first line '# Title'."),
    "missing_block": N_("The block '## {detail}' is missing. Add it."),
    "extra_block": N_("The outline has no block {detail}. Remove it or add it there."),
    "missing_id": N_("Words stand here without a block id ({detail}). Put '## id' before."),
    "empty_block": N_("Nothing stands here ({detail}). Write it."),
    "wrong_kind": N_("The lines do not look like the kind in the outline ({detail})."),
    "markup": N_("Only plain words are allowed; “{detail}” looks like markup. Remove it."),
    "control_character": N_("The hidden character {detail} stands here. Remove it."),
    "unbalanced_bidi": N_("A direction mark is opened or closed only once. Pair it."),
    "paragraph_too_long": N_("A paragraph of {detail} characters. Split it under 1200."),
    "missing_part": N_("The compound lacks '## {detail}'. Write this part."),
    "nothing_cited": N_("Say in {detail} which claims or sources this part rests on."),
    "closed_class": N_("{detail} is no class, or it is locked. Name an open class."),
    "no_reason": N_("The locked class {detail} needs one sentence: why = '…'."),
    "no_correct_option": N_("The right option is not among the options ({detail})."),
    "options_differ": N_("The options of {detail} differ from the source language."),
    "missing_language": N_("There is no folder {detail}. Add it or remove the language."),
}
DEMANDS = {
    "core_claim": N_("no short block that everybody reads cites this core claim."),
    "optional_claim": N_("no block cites this claim."),
    "conditional_claim": N_("no block with `offered` cites this claim."),
    "note_claim": N_("no note for doctors cites this claim."),
    "offered": N_("cites {detail}, which is only for clinics that offer it. Add `offered`."),
    "circumstance": N_("no short block speaks to patients for whom this holds. Add `offered`."),
    "glossary": N_("uses or lacks the word “{detail}”: explain it in glossary.toml and a chapter."),
    "element": N_("{detail} demands it; no text, field or event carries it (elements.toml)."),
    "source_words": N_("this source is not cited in the words of this language in sources.toml."),
    "clinician_claim": N_("cites {detail}, which is for clinicians only."),
    "citation": N_("cites no claim and no source."),
    "numbers": N_("its numbers differ between the languages ({detail})."),
    "negation": N_("it negates in one language only ({detail})."),
    "readability": N_("too hard to read ({detail})."),
    "unlabelled": N_("rests on the unverified {detail} and does not say so in its words."),
    "unverified_source": N_(
        "an unverified source carries [BG] in its citation, and only such one."
    ),
    "stale": N_("its source has changed since it was translated."),
    "identical": N_("it stands in the words of the source language. Translate it."),
    "term": N_("the glossary's word is missing in it ({detail}). One term, one translation."),
    "script": N_("“{detail}” is left over from another language or script."),
    "units": N_("a unit of the source is missing in it ({detail})."),
    "glyph": N_("no font of ours can print {detail}."),
}


def cure(fault: str, detail: str, _: Text) -> str:
    """Return what is wrong with a file and what cures it."""
    return _(CURES[fault], detail=detail)


def demand(gate: str, detail: str, _: Text) -> str:
    """Return what a gate asks that is not so."""
    return _(DEMANDS[gate], detail=detail)
