"""Writing a new folder: whole or not at all, and never over anything."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from ifo_followup.errors import FollowUpError, Reason


def write_folder(folder: Path, files: Mapping[PurePosixPath, bytes]) -> None:
    """Write the files under a name of their own, then give the folder its name.

    Raises:
        FollowUpError: something of this name is there, or it cannot be written
            (`output_failed`).
    """
    if os.path.lexists(folder):
        raise _failed(folder, "it is there already; nothing was changed")
    draft = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        draft.mkdir(parents=True)
        for path, data in files.items():
            target = draft.joinpath(*path.parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        if os.path.lexists(folder):  # somebody was faster; a rename would replace an empty folder
            raise _failed(folder, "it has come to be meanwhile; nothing was changed")
        draft.rename(folder)
    except OSError as error:
        raise _failed(folder, f"it cannot be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _failed(folder: Path, why: str) -> FollowUpError:
    return FollowUpError(why, reason=Reason.OUTPUT_FAILED, document=str(folder), stage="writing")
