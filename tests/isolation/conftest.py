import importlib
import sys

import pytest

sys.path.insert(0, __file__.rpartition("/")[0])

from mock_plugin import install

from ifo_followup.isolation.keeper import standing


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder of installed plugins; the nursery is started with this path."""
    folder = install(tmp_path / "site")
    monkeypatch.syspath_prepend(str(folder))
    importlib.invalidate_caches()
    yield folder
    standing().close()
