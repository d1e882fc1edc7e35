"""A paragraph as it was read, before it is known what block it becomes."""

from attrs import frozen

from ifo_followup.document import Colour


@frozen(kw_only=True)
class Background:
    """What text stands on: a colour (None is white), or not known."""

    colour: Colour | None = None
    known: bool = True


PAPER = Background()
UNKNOWN = Background(known=False)


@frozen(kw_only=True)
class Para:
    """One paragraph, read.

    `listed` is its level in one of Word's lists; `bullet` says that a sign is typed before it,
    standing in by `indent`.
    """

    text: str
    hidden: str = ""
    heading: int | None = None
    listed: int | None = None
    bullet: bool = False
    indent: int = 0
    contents: bool = False
    strong: bool = False
    mark: Colour | None = None
    fill: Colour | None = None
