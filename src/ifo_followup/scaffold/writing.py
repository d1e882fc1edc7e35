"""Writing a new folder: whole or not at all, and never over anything."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from ifo_followup.errors import FollowUpError, Reason


def write_folder(folder: Path, files: Mapping[PurePosixPath, bytes]) -> None:
    """Write the files under a name of their own, then give the folder its name.

    Raises:
        FileExistsError: something of this name is there.
        FollowUpError: it cannot be written (`output_failed`).
    """
    refuse_taken(folder)
    draft = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        draft.mkdir(parents=True)
        for path, data in files.items():
            target = draft.joinpath(*path.parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        refuse_taken(folder)  # a rename would replace an empty folder that has come to be
        draft.rename(folder)
    except FileExistsError:
        raise
    except OSError as error:
        why = f"the folder cannot be written: {error.strerror or error}"
        raise FollowUpError(
            why, reason=Reason.OUTPUT_FAILED, document=str(folder), stage="writing"
        ) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def refuse_taken(folder: Path) -> None:
    """Nothing is written over.

    Raises:
        FileExistsError: something of this name is there.
    """
    if os.path.lexists(folder):
        raise FileExistsError(str(folder))
