"""What a reader left out or could not read, counted, so that the document can say so."""

from collections import Counter

from attrs import define, field

_QUOTE = 200


@define
class Notes:
    """Counts of what was left out, by what it was."""

    _counts: Counter[str] = field(factory=Counter, init=False)
    _hidden: list[str] = field(factory=list, init=False)

    def add(self, what: str, count: int = 1) -> None:
        """Count something; `what` completes the sentence "3 ..."."""
        if count:
            self._counts[what] += count

    def hide(self, text: str) -> None:
        """Keep text that is in the file but cannot be seen."""
        if text.strip():
            self._hidden.append(text.strip())

    def warnings(self) -> tuple[str, ...]:
        """One sentence for each kind of thing, in the order it was first met."""
        out = [f"{count} {what}" for what, count in self._counts.items()]
        if self._hidden:
            joined = " / ".join(self._hidden)
            more = "..." if len(joined) > _QUOTE else ""
            out.append(f"invisible text left out: {joined[:_QUOTE]}{more}")
        return tuple(out)
