"""The command line: one word a command, each in its own module."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from litconsent.cli.blank_command import blank
from litconsent.cli.check_command import check
from litconsent.cli.check_states import write_states
from litconsent.cli.cures import start_cure
from litconsent.cli.demo_command import demo
from litconsent.cli.doctor_command import doctor
from litconsent.cli.seal_command import ACTIONS, WITH_FILE, seal
from litconsent.cli.serve_command import serve
from litconsent.cli.setup_command import print_setup_code
from litconsent.cli.specimen_command import all_specimens, specimen
from litconsent.cli.stamp_command import stamp
from litconsent.cli.states_command import states
from litconsent.cli.translated_command import translated
from litconsent.cli.translation_command import ACTIONS as TRANSLATION_ACTIONS
from litconsent.cli.translation_command import translation, unfit
from litconsent.cli.verify_command import verify
from litconsent.domain.decisions import Decision
from litconsent.domain.errors import LitConsentError
from litconsent.i18n.text import CATALOGUES, working_languages
from litconsent.i18n.translation_po import TranslationFileUnfit
from litconsent.services.blank_variants import BLANKS
from litconsent.services.specimen_cases import VARIANTS
from litconsent.settings import read_settings

UNUSABLE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 good, 1 a negative answer, 2 unusable."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.command == "seal" and (options.action in WITH_FILE) != bool(options.file):
        parser.error("request and import name one FILE, show and renew none")
    try:
        return _run(options)
    except TranslationFileUnfit as error:
        print(unfit(error), file=sys.stderr)
        return UNUSABLE
    except LitConsentError as error:
        cure = start_cure(error)
        print(f"{type(error).__name__}: {error}" + (f"\n{cure}" if cure else ""), file=sys.stderr)
        return UNUSABLE


def _run(options: argparse.Namespace) -> int:
    if options.command == "verify":
        return verify(options.files, as_json=options.json, out=sys.stdout)
    if options.command == "demo":
        return demo(sys.stdout, language=options.language)
    settings = read_settings()
    if options.command == "check":
        code = check(settings.content_dir, options.json, sys.stdout, settings.jurisdiction)
        if not options.json:
            write_states(settings, sys.stdout)
        return code
    if options.command == "specimen" and options.all:
        languages = [options.language] if options.language else working_languages()
        return all_specimens(settings, options.out, languages=languages, out=sys.stdout)
    if options.command == "specimen":
        return specimen(
            settings,
            options.out,
            language=options.language or "it",
            clinic_language=options.clinic_language,
            decision=options.decision,
            variant=options.variant,
            out=sys.stdout,
        )
    if options.command == "blank":
        return blank(
            settings,
            options.file,
            language=options.language,
            clinic_language=options.clinic_language or options.language,
            variant=options.variant,
            out=sys.stdout,
        )
    if options.command == "translated":
        return translated(settings.content_dir, options.language, options.passages, sys.stdout)
    if options.command == "translation":
        args = (options.action, options.language, options.file)
        return translation(settings.content_dir, CATALOGUES, *args, sys.stdout)
    if options.command == "states":
        return states(sys.stdout)
    if options.command == "seal":
        return seal(settings, options.action, options.file, sys.stdout)
    if options.command == "stamp":
        return stamp(settings, sys.stdout)
    if options.command == "setup":
        return print_setup_code(settings, sys.stdout)
    if options.command == "doctor":
        return doctor(settings, sys.stdout)
    return serve(settings)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="litconsent", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve", help="start the app")
    showing = commands.add_parser("demo", help="start the app with a fictional clinic")
    showing.add_argument("--language", default="it", help="the language that the clinic works in")
    commands.add_parser("setup", help="print a new one-time code for the first account")
    verifying = commands.add_parser("verify", help="check sealed PDFs; needs no account")
    verifying.add_argument("files", nargs="+", type=Path, metavar="FILE")
    verifying.add_argument("--json", action="store_true", help="one JSON object a file")
    making = commands.add_parser("specimen", help="write a record of a fictional patient")
    making.add_argument("--out", type=Path, required=True, metavar="DIR")
    making.add_argument("--all", action="store_true", help="every document, in every language")
    making.add_argument("--language", help="Italian if none is named; with --all, every one")
    making.add_argument("--clinic-language", default="it")
    making.add_argument("--decision", type=Decision, choices=list(Decision))
    making.add_argument("--variant", choices=VARIANTS, default="V02", help="who decides")
    printing = commands.add_parser("blank", help="write a form to be filled in by hand")
    printing.add_argument("file", type=Path, metavar="FILE")
    printing.add_argument("--language", default="it")
    printing.add_argument("--clinic-language", help="the language beside it, if another")
    printing.add_argument("--variant", choices=BLANKS, default=BLANKS[0])
    checking = commands.add_parser("check", help="check what patients read")
    checking.add_argument("--json", action="store_true", help="print JSON")
    noting = commands.add_parser("translated", help="note that a translation is up to date")
    noting.add_argument("language")
    noting.add_argument("passages", nargs="*", metavar="PASSAGE", help="all, if none is named")
    handing = commands.add_parser("translation", help="export or import a language as PO")
    handing.add_argument("action", choices=TRANSLATION_ACTIONS)
    handing.add_argument("language")
    handing.add_argument("file", type=Path, metavar="FILE")
    sealing = commands.add_parser("seal", help="show, renew or certify the clinic's seal")
    sealing.add_argument("action", choices=ACTIONS)
    sealing.add_argument("file", nargs="?", type=Path, metavar="FILE")
    commands.add_parser("stamp", help="ask for the time stamps that are still awaited")
    commands.add_parser("states", help="print the table and the graph of an episode's states")
    commands.add_parser("doctor", help="look at this installation and say what to mend")
    return parser
