"""Shared by all tests: how hard Hypothesis tries, and where the real reports are."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent

# the tests are no package; this lets them share strategies.py
sys.path.insert(0, str(HERE))

settings.register_profile(
    "ci",
    derandomize=True,
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "thorough", settings.get_profile("ci"), derandomize=False, max_examples=1000
)
settings.load_profile(os.environ.get("IFO_HYPOTHESIS_PROFILE", "ci"))


def corpus_folder() -> Path:
    """Where the real reports should be: corpus/*.txt, corpus/facsimile/*, golden/*.json."""
    return Path(os.environ.get("IFO_CORPUS") or REPOSITORY.parent / "shared")


@pytest.fixture(scope="session")
def corpus() -> Path:
    folder = corpus_folder()
    if (folder / "corpus").is_dir():
        return folder
    text = f"no real reports at {folder}: set IFO_CORPUS to the folder that holds corpus/"
    if os.environ.get("IFO_REQUIRE_CORPUS") == "1":
        pytest.fail(text)
    pytest.skip(text)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each of the real reports as PDF; one that says so where there is none."""
    if "real_pdf" in metafunc.fixturenames:
        found = sorted((corpus_folder() / "corpus" / "facsimile").glob("*.pdf"))
        names = [path.stem for path in found] or ["none"]
        metafunc.parametrize("real_pdf", found or [None], ids=names, indirect=True)


@pytest.fixture
def real_pdf(request: pytest.FixtureRequest, corpus: Path) -> Path:
    if request.param is None:
        pytest.fail(f"no PDF among the real reports at {corpus}")
    return request.param
