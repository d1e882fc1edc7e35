"""Installed plugins are found again without another look, and what changes is seen at once."""

import os
import sys
from importlib import metadata
from pathlib import Path

import pytest

from ifo_followup import discovery
from ifo_followup.discovery import installed

LONG_AGO = 1_500_000_000


def put(folder: Path, name: str, plugin: str | None = None, version: str = "1.0") -> None:
    """A distribution as pip would leave it, in a folder that did not change for long."""
    info = folder / f"{name}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    if plugin:
        (info / "entry_points.txt").write_text(f"[ifo_followup]\n{plugin} = os\n")
    settle(folder)


def settle(folder: Path, seconds: int = 0) -> None:
    """Let the folder's last change be long ago."""
    os.utime(folder, (LONG_AGO + seconds, LONG_AGO + seconds))


def names() -> list[str]:
    return [found.name for found in installed()]


@pytest.fixture
def site(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "site"
    put(folder, "Some.Plugin", "some")
    monkeypatch.setattr(sys, "path", [str(folder), str(tmp_path / "not-there")])
    return folder


@pytest.fixture
def looks(monkeypatch) -> list[str]:
    """The folders that were read."""
    seen: list[str] = []
    real = discovery._listed
    monkeypatch.setattr(discovery, "_listed", lambda folder: seen.append(folder) or real(folder))
    return seen


def test_a_folder_that_stays_as_it_is_is_read_once(site, looks):
    assert names() == names() == names() == ["some"]
    assert looks == [str(site)]
    (found,) = installed()
    assert (found.distribution, found.version, found.value) == ("Some.Plugin", "1.0", "os")
    assert found.load() is os


def test_what_is_installed_meanwhile_is_found(site):
    assert names() == ["some"]
    put(site, "other", "other")
    settle(site, 60)
    assert sorted(names()) == ["other", "some"]


def test_what_is_removed_meanwhile_is_gone(site):
    assert names() == ["some"]
    info = site / "Some.Plugin-1.0.dist-info"
    info.rename(site / "elsewhere")
    settle(site, 60)
    assert names() == []


def test_a_folder_that_changed_just_now_is_read_again(site, looks):
    os.utime(site)
    assert names() == names() == ["some"]
    assert looks == [str(site)] * 2


def test_another_path_is_another_answer(site, tmp_path, monkeypatch):
    assert names() == ["some"]
    put(tmp_path / "more", "more", "more")
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "more")])
    assert sorted(names()) == ["more", "some"]
    monkeypatch.setattr(sys, "path", [])
    assert names() == []


def test_the_empty_entry_is_the_current_folder(site, tmp_path, monkeypatch):
    put(tmp_path / "more", "more", "more")
    monkeypatch.setattr(sys, "path", [""])
    monkeypatch.chdir(site)
    assert names() == ["some"]
    monkeypatch.chdir(tmp_path / "more")
    assert names() == ["more"]


def test_the_first_of_a_name_hides_the_others_however_it_is_spelt(site, tmp_path, monkeypatch):
    put(tmp_path / "first", "some_plugin", "newer", version="2.0")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "first"), str(site)])
    assert names() == ["newer"]
    put(tmp_path / "none", "some-plugin")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "none"), str(site)])
    assert names() == []


def test_a_distribution_that_says_nothing_of_itself_is_found(site):
    for number in (1, 2):
        info = site / f"silent{number}-1.0.dist-info"
        info.mkdir()
        (info / "entry_points.txt").write_text(f"[ifo_followup]\nsilent{number} = os\n")
    assert sorted(names()) == ["silent1", "silent2", "some"]
    assert [found.version for found in installed() if found.name == "silent1"] == [None]


def test_where_somebody_else_lists_distributions_nothing_is_remembered(site, monkeypatch, looks):
    class Finder:
        def find_spec(self, *_: object) -> None:
            return None

        def find_distributions(self, _context: object) -> list[metadata.Distribution]:
            return []

    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder()])
    assert names() == ["some"]
    assert looks == []


def test_it_finds_what_the_standard_library_finds():
    theirs = {(p.name, p.value) for p in metadata.entry_points(group="ifo_followup")}
    assert {(found.name, found.value) for found in installed()} == theirs
