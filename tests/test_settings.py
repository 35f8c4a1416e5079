"""Settings: none is needed, and a wrong one stops the start with the variable's name."""

from pathlib import Path

import pytest

from litconsent.settings import PROJECT, SettingInvalid, read_settings


def test_nothing_needs_to_be_set():
    settings = read_settings({})
    assert settings.address == "127.0.0.1"
    assert settings.content_dir == PROJECT / "content"


def test_keys_lie_outside_the_data_folder_by_default():
    settings = read_settings({})
    assert not settings.key_file.is_relative_to(settings.data_dir)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LITCONSENT_PROT", "8501"),
        ("LITCONSENT_PORT", "eighty"),
        ("LITCONSENT_PORT", "70000"),
        ("LITCONSENT_PORT", "١٢٣٤"),
        ("LITCONSENT_IDLE_MINUTES", "0"),
        ("LITCONSENT_COVER_MINUTES", "0"),
        ("LITCONSENT_LOCK_MINUTES", "1"),
        ("LITCONSENT_TIME_ZONE", "Europe/Nowhere"),
        ("LITCONSENT_LANGUAGES", "it, xx"),
        ("LITCONSENT_TIME_ZONE", "../etc/passwd"),
    ],
)
def test_a_wrong_setting_is_refused_by_its_name(name, value):
    with pytest.raises(SettingInvalid) as caught:
        read_settings({name: value})
    assert caught.value.variable == name


def test_keys_inside_the_data_folder_are_refused(tmp_path):
    environ = {"LITCONSENT_DATA": str(tmp_path), "LITCONSENT_KEYS": str(tmp_path / "keys")}
    with pytest.raises(SettingInvalid):
        read_settings(environ)


def test_the_example_file_names_every_setting_and_only_those():
    lines = (PROJECT / ".env.example").read_text(encoding="utf-8").splitlines()
    named = {line.lstrip("#").partition("=")[0] for line in lines if "LITCONSENT_" in line}
    together = {name for name in named if "_OIDC_" in name or "_TSA_" in name or "_PKCS11_" in name}
    for name in named - together:
        read_settings(
            {
                name: {
                    "LITCONSENT_PORT": "1",
                    "LITCONSENT_IDLE_MINUTES": "1",
                    "LITCONSENT_COVER_MINUTES": "1",
                    "LITCONSENT_LOCK_MINUTES": "5",
                    "LITCONSENT_JURISDICTION": "uk",
                    "LITCONSENT_ADULTS_ONLY": "no",
                    "LITCONSENT_VALID_DAYS": "30",
                    "LITCONSENT_LANGUAGES": "it, en",
                }.get(name, "Europe/Rome" if name.endswith("ZONE") else str(Path("/x") / name))
            }
        )
    assert together == {f"LITCONSENT_{name}" for name in (*OIDC, *TSA, *TOKEN)}
    assert len(named) == 26


TOKEN = ("PKCS11_MODULE", "PKCS11_TOKEN", "PKCS11_KEY", "PKCS11_PIN_FILE")
TSA = ("TSA_URL", "TSA_CA_FILE", "TSA_LEVEL")
OIDC = {
    "OIDC_NAME": "Hospital",
    "OIDC_METADATA": "https://login.example/.well-known/openid-configuration",
    "OIDC_CLIENT": "litconsent",
    "OIDC_REDIRECT": "https://consent.example/oauth2callback",
    "OIDC_SECRET_FILE": "secret",
}


def organisation(tmp_path, **other):
    (tmp_path / "secret").write_text("a long secret\n")
    values = {**OIDC, "OIDC_SECRET_FILE": str(tmp_path / "secret"), **other}
    return read_settings({f"LITCONSENT_{name}": value for name, value in values.items()})


def test_an_organisation_is_read_whole_and_never_shows_its_secret(tmp_path):
    found = organisation(tmp_path).organisation
    assert (found.name, found.secret) == ("Hospital", "a long secret")
    assert "long secret" not in repr(found)


@pytest.mark.parametrize("lacking", sorted(OIDC))
def test_half_an_organisation_is_refused_by_what_lacks(tmp_path, lacking):
    with pytest.raises(SettingInvalid) as caught:
        organisation(tmp_path, **{lacking: ""})
    assert caught.value.variable == f"LITCONSENT_{lacking}"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OIDC_METADATA", "http://login.example/.well-known/openid-configuration"),
        ("OIDC_REDIRECT", "http://consent.example/oauth2callback"),
        ("OIDC_REDIRECT", "https://consent.example/elsewhere"),
        ("OIDC_SECRET_FILE", "/nowhere/secret"),
    ],
)
def test_an_organisation_that_would_not_be_safe_is_refused(tmp_path, name, value):
    with pytest.raises(SettingInvalid) as caught:
        organisation(tmp_path, **{name: value})
    assert caught.value.variable == f"LITCONSENT_{name}"
