"""Lets the tests of the kit share mini_plugin.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
