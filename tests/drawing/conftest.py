"""Lets the tests of this folder share the made-up pieces and files of their neighbours."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

for folder in (HERE.parent / "layouts", HERE.parent / "hostile"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
