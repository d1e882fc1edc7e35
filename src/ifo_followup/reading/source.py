"""A decoded text file on its way to a reader."""

from attrs import frozen


@frozen(kw_only=True)
class Source:
    """A text with what every reader must put into its `Document`."""

    name: str | None
    sha256: str
    text: str
    encoding: str
