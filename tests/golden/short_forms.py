"""Short records of a patient who does not exist, in words that only these tests have."""

from dataclasses import replace

from litconsent.domain.answers import Answers, Notes
from litconsent.domain.decisions import Decision
from litconsent.domain.editions import Block, Chapter, Compound, Edition, Kind, Layer, OffLabel
from litconsent.domain.forms import Form
from litconsent.domain.leaflets import Leaflet, compose
from litconsent.domain.people import Role
from litconsent.domain.plans import PlannedCompound
from tests.builders import (
    NOON,
    a_letterhead,
    a_patient,
    a_plan,
    a_ruling,
    a_signature,
    an_edition,
    an_episode,
)

CLINIC_LANGUAGE = "it"
# Title, key sentence, a text, a list, names of both substances, and what is offered instead.
WORDS = {
    "it": (
        "Che cosa si fa",
        "Una prova, con parole di prova.",
        "Il medico inietta \u200e0,2 ml\u200e di lidocaina (Mod. 12/B) in 5 punti, a 2 mm.",
        ("Prima si lava la pelle.", "Poi si conta fino a 10.", "Infine si aspetta."),
        ("Lidocaina", "Soluzione fisiologica"),
        ("Che cosa succede se non la faccio?", "Si può fare.", "Si può aspettare.", "Non si sa."),
    ),
    "ur": (
        "کیا کیا جاتا ہے",
        "یہ صرف ایک آزمائش ہے۔",
        "ڈاکٹر 2 ملی میٹر پر، 5 جگہوں میں، \u200e0.2 ml\u200e لیڈوکین (Mod. 12/B) لگاتا ہے۔",
        ("پہلے جلد دھوئی جاتی ہے۔", "پھر 10 تک گنا جاتا ہے۔", "آخر میں انتظار ہوتا ہے۔"),
        ("لیڈوکین (Lidocaine)", "نمکین پانی"),
        ("اگر میں نہ کراؤں تو؟", "کیا جا سکتا ہے۔", "انتظار ہو سکتا ہے۔", "معلوم نہیں۔"),
    ),
    "zh-Hans": (
        "要做什么",
        "这只是一次测试。",
        "医生在2毫米处的5个点注射0.2 ml利多卡因（Mod. 12/B）。",
        ("先清洗皮肤。", "然后数到10。", "最后等待。"),
        ("利多卡因", "生理盐水"),
        ("如果我不做会怎样？", "可以做。", "可以等。", "不知道。"),
    ),
}


def short_form(language: str, **changes: object) -> Form:
    """Return a partial consent in a language, beside Italian."""
    plan = a_plan(
        diagnosis="Dolore cervicale, da 3 mesi.",
        body_area="Collo (lato destro)",
        compounds=(
            PlannedCompound("lidocaine", "Le compresse danno fastidio.", "20 mg"),
            PlannedCompound("saline", "Per confronto.", off_label=True),
        ),
        alternatives="Esercizi; compresse; nulla.",
        without_treatment="Il dolore può passare, o restare.",
    )
    episode = an_episode(
        patient=a_patient(name="Ada Rossi-Bianchi"),
        plan=plan,
        language=language,
        clinic_language=CLINIC_LANGUAGE,
        specimen=True,
    )
    form = Form(
        record_id="0123456789abcdef",
        episode=episode,
        letterhead=a_letterhead(),
        decision=Decision.PARTIAL,
        decided_at=NOON,
        ruling=a_ruling(episode),
        leaflet=_leaflet(language, episode.plan),
        clinic_leaflet=_leaflet(CLINIC_LANGUAGE, episode.plan),
        answers=Answers(questions="Posso guidare (dopo)?"),
        notes=Notes(answered="Sì, dopo 30 minuti."),
        results=(),
        clinic_results=(),
        signatures=(
            a_signature(name="Ada Rossi-Bianchi"),
            a_signature(role=Role.CLINICIAN, name="Dr Carla Bianchi"),
        ),
        clinician="Dr Carla Bianchi",
        events=(),
        actors={},
        chain_seq=7,
        chain_head="0" * 64,
        seal_fingerprint="f" * 64,
        sealed_at=NOON,
        time_zone="Europe/Rome",
        releases={},
        declined=("saline",),
    )
    return replace(form, **changes)


def _leaflet(language: str, plan) -> Leaflet:
    return compose(_edition(language), plan)


def _edition(language: str) -> Edition:
    title, key, text, steps, names, options = WORDS[language]
    kinds = {
        Kind.KEY: (key,),
        Kind.TEXT: (text, text),
        Kind.LIST: steps,
        Kind.STEPS: steps,
        Kind.OPTIONS: options,
    }
    blocks = tuple(
        Block(f"what.{kind}", ("C001",), Layer.SHORT, kind, said) for kind, said in kinds.items()
    )
    compounds = {
        key: Compound(
            key,
            name,
            medicine=True,
            off_label=OffLabel.DEPENDS,
            parts=(Block(f"{key}.what", ("C002",), Layer.SHORT, Kind.TEXT, (text,)),),
        )
        for key, name in zip(("lidocaine", "saline"), names, strict=True)
    }
    edition = an_edition({}, language=language, compounds=compounds)
    return replace(edition, chapters=(Chapter("what", title, blocks),))
