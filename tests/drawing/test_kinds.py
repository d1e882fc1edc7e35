"""What a piece can have become is told apart by colour, letters and words."""

from ifo_followup.drawing.kinds import KINDS, Kind
from ifo_followup.locating.values import PARTS


def test_every_part_of_a_report_has_a_kind():
    assert set(KINDS) == set(PARTS)


def test_kinds_are_told_apart():
    looks = [kind.look for kind in Kind]
    assert len({look.colour for look in looks}) == len(looks)
    assert len({look.words for look in looks}) == len(looks)
    letters = [look.letters for look in looks if look.letters]
    assert len(set(letters)) == len(letters)
