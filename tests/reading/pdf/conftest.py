"""Shared by the tests of the PDF reader."""

import sys
from pathlib import Path

# the tests are no package; this lets them share pdf_sheets.py
sys.path.insert(0, str(Path(__file__).resolve().parent))
