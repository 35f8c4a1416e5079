"""A clinic of its own for each test that needs one: real files, real keys, a clock that we set."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from litconsent.services import passwords
from litconsent.services.clinic import Clinic, open_clinic
from litconsent.settings import PROJECT, Settings


def pytest_xdist_auto_num_workers() -> int:
    """Return one worker more than there are cores: stories of the browser mostly wait."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session", autouse=True)
def light_passwords() -> Iterator[None]:
    """Hash at the least cost: at the shipped one, a third of the time of most tests went there."""
    with pytest.MonkeyPatch.context() as patch:
        light = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        patch.setattr(passwords, "_HASHER", light)
        patch.setattr(passwords, "_NOBODY", light.hash("nobody has this password"))
        yield


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def move(self, **span: float) -> None:
        self.time += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "data", tmp_path / "keys", PROJECT / "content")


@pytest.fixture
def clinic(settings: Settings, clock: Clock) -> Iterator[Clinic]:
    opened = open_clinic(settings, clock)
    yield opened
    opened.store.close()
