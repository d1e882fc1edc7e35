"""What one PDF has cost so far, and the error when it is too much."""

from attrs import define, field

from ifo_followup.errors import LimitExceeded, Reason
from ifo_followup.limits import Limits

# Each of these ends or begins a token, so there are no more tokens than this many and one.
_EDGES = tuple(bytes((code,)) for code in b" \n\r\t\x00\x0c/[]()<>{}")


@define
class Budget:
    """Counters of one document; each method raises `LimitExceeded` when its bound is met."""

    limits: Limits
    warnings: list[str] = field(factory=list)
    _decoded: int = 0
    _objects: int = 0
    _tokens: int = 0

    def stream_room(self) -> int:
        """How many bytes the stream that is decoded next may have."""
        return max(0, min(self.limits.part_bytes, self.limits.decoded_bytes - self._decoded))

    def check(self, size: int) -> None:
        """Refuse a stream that has, or will have, too many bytes."""
        if size > self.limits.part_bytes:
            raise too_much(f"a stream has more than {self.limits.part_bytes} bytes", "part_bytes")

    def decode(self, size: int) -> None:
        """Count the bytes of one decoded stream."""
        self.check(size)
        self._decoded += size
        if self._decoded > self.limits.decoded_bytes:
            what = f"all streams have more than {self.limits.decoded_bytes} bytes"
            raise too_much(what, "decoded_bytes")

    def resolve(self) -> None:
        """Count one object."""
        self._objects += 1
        if self._objects > self.limits.objects:
            raise too_much(f"more than {self.limits.objects} objects", "objects")

    def new_page(self) -> None:
        """What is drawn from now on is on another page."""
        self._tokens = 0

    def draw(self, instructions: bytes, times: int = 1) -> None:
        """Count drawing instructions that are to be run, before anybody takes them apart."""
        tokens = len(instructions)  # no token is shorter than a byte
        if tokens * times + self._tokens > self.limits.page_tokens:
            tokens = sum(map(instructions.count, _EDGES)) + 1
        self._tokens += tokens * times
        if self._tokens > self.limits.page_tokens:
            what = f"more than {self.limits.page_tokens} numbers and operators on a page"
            raise too_much(what, "page_tokens")


def too_much(what: str, bound: str) -> LimitExceeded:
    """The error for a bound on work, with the bound's name in `Limits`."""
    return LimitExceeded(
        f"{what} ({bound}): this is no ordinary document; print it to a new PDF",
        reason=Reason.WORK_LIMIT,
    )


def too_deep(what: str) -> LimitExceeded:
    """The error for something that stands in itself, or too deep in other things."""
    return LimitExceeded(
        f"{what}: the file is damaged or a trap; print it to a new PDF",
        reason=Reason.NESTING_LIMIT,
    )
