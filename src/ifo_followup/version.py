"""Which version of this library runs."""

from functools import cache
from importlib import metadata


@cache  # one installation, one version: to look it up takes as long as a page
def library_version() -> str:
    """The installed version of this library: of the code that runs, whatever comes later."""
    try:
        return metadata.version("ifo-followup")
    except metadata.PackageNotFoundError:  # run from a source tree that was never installed
        return "0+unknown"
