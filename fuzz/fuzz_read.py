"""An endless search for bytes that break the promise: `python fuzz/fuzz_read.py [CORPUS FOLDER]`.

Needs atheris, which is not among the requirements. Nothing but the library's own errors is
swallowed.
"""

import sys

import atheris

with atheris.instrument_imports():
    # loaded late otherwise, and then not watched
    import ifo_followup.reading.docx
    import ifo_followup.reading.html
    import ifo_followup.reading.markdown
    import ifo_followup.reading.pdf
    import ifo_followup.reading.text  # noqa: F401 -- loaded before it is fuzzed
    from ifo_followup.errors import FollowUpError
    from ifo_followup.reading import read_document

NAMES = ("x.pdf", "x.docx", "x.html", "x.md", "x.txt", None)


def one(data: bytes) -> None:
    if not data:
        return
    try:
        read_document(data[1:], name=NAMES[data[0] % len(NAMES)])
    except FollowUpError as error:
        if "please report" in error.message:  # a mistake of ours, wrapped for the caller's sake
            raise


atheris.Setup(sys.argv, one)
atheris.Fuzz()
