"""What gaps of spaces say of empty cells: one leaves a space or two in its line."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ifo_followup.layouts.tokens import Gap, Token


class Spaces:
    """How many empty cells the gaps between words show, if each leaves `width` spaces.

    `tail` is how many spaces end the paragraphs of the document, None where that is not known.
    """

    def __init__(self, tokens: Sequence[Token], width: int, tail: int | None = None) -> None:
        self.tokens = tokens
        self.width = width
        spaces = Counter(token.spaces for token in tokens if token.gap is Gap.SPACE)
        # words set apart by more than a space everywhere: such gaps show no empty cell
        self.apart = max(1, spaces.most_common(1)[0][0]) if spaces else 1
        tails = Counter(
            token.after for token, behind in pairwise(tokens) if behind.gap is not Gap.SPACE
        )
        self.tail = min(1, tails.most_common(1)[0][0]) if tails else 0
        self.closing = self.tail if tail is None else tail

    def shown(self, at: int) -> int:
        """How many empty cells the spaces before a word show."""
        token = self.tokens[at]
        if token.gap is Gap.SPACE:
            extra = max(0, token.spaces - self.apart)
        else:
            trailing = self.tokens[at - 1].after if at else 0
            extra = token.spaces + max(0, trailing - 1)
        return extra // self.width

    def led(self, at: int) -> int:
        """How many empty cells the spaces show that begin a row; those before end the last one."""
        token = self.tokens[at]
        return self.shown(at) if token.gap is Gap.SPACE else token.spaces // self.width

    def ended(self, at: int) -> int:
        """How many empty cells the spaces behind the last cell of a row show."""
        if at < len(self.tokens) and self.tokens[at].gap is Gap.SPACE:
            return self.shown(at)
        return self.trail(at)

    def trail(self, at: int) -> int:
        """How many empty cells the spaces that end a row show."""
        if not at:
            return 0
        closed = at == len(self.tokens) or self.tokens[at].gap is Gap.BLANK
        usual = self.closing if closed else self.tail
        return max(0, self.tokens[at - 1].after - usual) // self.width
