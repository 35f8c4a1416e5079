"""The commands, run as a person runs them: as a process, judged by what it prints and returns."""

import json
import os
import shutil
import subprocess
import sys

import pikepdf
import pytest

from litconsent.settings import PROJECT


@pytest.fixture
def run(tmp_path):
    def run(*arguments, **environ):
        home = {
            "LITCONSENT_DATA": str(tmp_path / "data"),
            "LITCONSENT_KEYS": str(tmp_path / "keys"),
        }
        return subprocess.run(
            [sys.executable, "-m", "litconsent", *map(str, arguments)],
            cwd=PROJECT,
            env={**os.environ, **home, **environ},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture(scope="module")
def specimen(tmp_path_factory):
    folder = tmp_path_factory.mktemp("specimen")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "litconsent",
            "specimen",
            "--out",
            str(folder),
            "--decision",
            "consent",
        ],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.pdf"))


def test_a_specimen_is_written_with_one_line_a_file(specimen):
    assert specimen.read_bytes().startswith(b"%PDF-1.7")


def test_an_untouched_specimen_is_intact_but_of_a_seal_that_nobody_here_knows(run, specimen):
    done = run("verify", specimen)
    assert done.returncode == 1
    assert "NOT VALID" in done.stdout and "seal" in done.stdout


def test_one_changed_byte_is_said_in_plain_words(run, specimen, tmp_path):
    pdf = bytearray(specimen.read_bytes())
    pdf[len(pdf) // 3] ^= 1
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(pdf)
    done = run("verify", changed)
    assert done.returncode == 1 and "NOT VALID" in done.stdout


def test_appended_bytes_are_said_in_plain_words(run, specimen, tmp_path):
    longer = tmp_path / "longer.pdf"
    longer.write_bytes(specimen.read_bytes() + b"\nmore")
    assert run("verify", longer).returncode == 1


def test_a_file_that_was_saved_again_is_not_valid(run, specimen, tmp_path):
    again = tmp_path / "again.pdf"
    with pikepdf.open(specimen) as pdf:
        pdf.save(again)
    assert run("verify", again).returncode == 1


def test_a_missing_file_is_unreadable(run, tmp_path):
    done = run("verify", tmp_path / "none.pdf")
    assert done.returncode == 2 and "UNREADABLE" in done.stdout


def test_the_verdict_can_be_read_by_a_machine(run, specimen):
    verdict = json.loads(run("verify", "--json", specimen).stdout)
    assert verdict["intact"] is True and verdict["trusted"] is False


def test_looking_at_a_file_creates_no_clinic(run, specimen, tmp_path):
    run("verify", specimen)
    assert not (tmp_path / "data").exists() and not (tmp_path / "keys").exists()


def test_the_setup_command_prints_a_code(run):
    done = run("setup")
    assert done.returncode == 0 and done.stdout.strip().count("-") >= 3


def test_the_doctor_finds_a_fresh_clinic_in_order(run):
    run("setup")
    done = run("doctor")
    assert done.returncode == 0, done.stdout
    assert "MEND" not in done.stdout


def test_the_doctor_names_a_key_file_that_others_can_read(run, tmp_path):
    run("setup")
    (tmp_path / "keys" / "master.key").chmod(0o644)
    done = run("doctor")
    assert done.returncode == 1 and "KeyFileMode" in done.stdout


def test_the_doctor_names_a_damaged_database(run, tmp_path):
    run("setup")
    (tmp_path / "data" / "litconsent.db").write_bytes(b"not a database" * 1000)
    done = run("doctor")
    assert done.returncode == 1 and "MEND  Database" in done.stdout


def test_the_doctor_names_a_text_that_was_cut_off_and_a_language_that_nobody_knows(run, tmp_path):
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    page = tmp_path / "content/lit/ar/what.md"
    page.write_bytes(page.read_bytes()[:400])
    with (tmp_path / "content/lit/edition.toml").open("a", encoding="utf-8") as head:
        head.write("\n[languages.hi]\nauthored = false\n")
    run("setup", LITCONSENT_CONTENT=str(tmp_path / "content"))
    done = run("doctor", LITCONSENT_CONTENT=str(tmp_path / "content"))
    mended = [line for line in done.stdout.splitlines() if line.startswith("MEND")]
    assert done.returncode == 1 and all("ar/what.md" in line or "hi" in line for line in mended)
    assert "MEND  Languages: hi is switched off: edition.toml" in done.stdout
    (offered,) = [one for one in done.stdout.splitlines() if one.startswith("ok    Languages")]
    assert "it" in offered and "ar" not in offered and "hi" not in offered


def test_a_jurisdiction_that_does_not_say_who_decides_is_refused_before_anybody_comes(run):
    setup, doctor = (run(command, LITCONSENT_JURISDICTION="us") for command in ("setup", "doctor"))
    assert setup.returncode == 2 and "it, uk have" in setup.stderr
    assert doctor.returncode == 1 and "MEND  Jurisdiction" in doctor.stdout
    assert run("setup", LITCONSENT_JURISDICTION="uk").returncode == 0


def test_an_unknown_setting_stops_every_command_by_its_name(run):
    done = run("doctor", LITCONSENT_COLOUR="red")
    assert done.returncode == 2 and "LITCONSENT_COLOUR" in done.stderr


def test_what_patients_read_passes_its_own_check(run):
    done = run("check")
    assert done.returncode == 0, done.stdout
    assert "Everything passes." in done.stdout and "Every text is a draft." in done.stdout


def test_checking_creates_no_clinic_and_does_not_need_a_whole_one(run, tmp_path):
    run("check")
    assert not (tmp_path / "data").exists()
    run("setup")
    (tmp_path / "data" / "litconsent.db").write_bytes(b"not a database" * 1000)
    done = run("check")
    assert done.returncode == 0 and "Releases cannot be read (DatabaseDamaged)" in done.stdout


def test_the_server_does_not_start_on_a_key_that_others_can_read_and_says_the_cure(run, tmp_path):
    run("setup")
    (tmp_path / "keys" / "master.key").chmod(0o644)
    done = run("serve")
    assert done.returncode == 2
    assert "KeyFileMode" in done.stderr and "chmod 600" in done.stderr


def test_the_server_does_not_start_on_a_damaged_database_and_says_the_cure(run, tmp_path):
    run("setup")
    (tmp_path / "data" / "litconsent.db").write_bytes(b"not a database" * 1000)
    done = run("serve")
    assert done.returncode == 2 and "backup" in done.stderr


def test_a_malformed_content_file_is_named_with_its_line_and_its_cure(run, tmp_path):
    content = tmp_path / "content"
    shutil.copytree(PROJECT / "content", content)
    page = content / "lit" / "it" / "what.md"
    page.write_text(page.read_text("utf-8") + "\n## what.nowhere\n\n<script>\n", "utf-8")
    done = run("check", LITCONSENT_CONTENT=str(content))
    assert done.returncode == 1
    assert "it/what.md:37: " in done.stdout and "Remove it" in done.stdout


def test_a_blank_form_is_written_and_no_clinic_is_made_by_it(run, tmp_path):
    file = tmp_path / "forms" / "paper.pdf"
    done = run("blank", "--language", "en", "--clinic-language", "it", file)
    assert done.returncode == 0 and str(file) in done.stdout
    assert len(pikepdf.open(file).pages) > 15
    assert not (tmp_path / "data").exists() and not (tmp_path / "keys").exists()


def test_a_blank_form_in_a_language_without_text_is_refused_in_a_sentence(run, tmp_path):
    done = run("blank", "--language", "el", tmp_path / "paper.pdf")
    assert done.returncode == 2 and "LanguageUnavailable" in done.stderr


@pytest.mark.parametrize("name", ["LITCONSENT_DATA", "LITCONSENT_KEYS"])
def test_a_demonstration_refuses_a_folder_that_could_be_a_clinics(tmp_path, name):
    environ = {key: one for key, one in os.environ.items() if not key.startswith("LITCONSENT_")}
    done = subprocess.run(
        [sys.executable, "-m", "litconsent", "demo"],
        cwd=PROJECT,
        env=environ | {name: str(tmp_path / "real"), "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2 and name in done.stderr
    assert list(tmp_path.iterdir()) == []
