"""Runs -> lines."""

from collections.abc import Container, Iterable, Sequence
from operator import attrgetter

from attrs import evolve

from ifo_followup.reading.pdf.content import Run
from ifo_followup.reading.pdf.lines import Line

# Runs whose baselines differ by less (em) stand on one line: covers super- and subscripts.
SAME_LINE = 0.42
# So many single letters, at most this far (em) and equally far apart, are a word spaced out.
SPACED_OUT, LETTER_SPACING = 4, 0.5
# The same text drawn again within this distance (em) is an imitation of bold type.
OVERPRINT = 0.12


def make_lines(runs: Iterable[Run]) -> list[Line]:
    """Group runs to lines, from top to bottom."""
    ordered = sorted(runs, key=attrgetter("baseline", "x0"))
    if len(ordered) < 2:
        return [_line([run], run) for run in ordered]
    last, anchor = [ordered[0]], ordered[0]
    groups, anchors = [last], [anchor]
    # whether all of a group stands on one baseline, from left to right and in one style
    even = [True]
    for run in ordered[1:]:
        style = run.style
        if (
            style is anchor.style
            and run.baseline == anchor.baseline
            and run.x0 > last[-1].x0
            and style.size >= 0
        ):
            # the next word of the last line, as nearly all are
            last.append(run)
            continue
        size = style.size
        # a raised figure comes before its line in this order: look at the last few lines
        for i in range(len(groups) - 1, max(-1, len(groups) - 4), -1):
            anchor = anchors[i]
            away = run.baseline - anchor.baseline
            if style is anchor.style and away == 0 <= size and run.x0 > groups[i][-1].x0:
                groups[i].append(run)
                break
            other = anchor.style.size
            small, large = (size, other) if size < other else (other, size)
            limit = SAME_LINE * (large if small < 0.8 * large else small)
            if abs(away) <= limit:
                groups[i].append(run)
                even[i] = False
                if size > other:
                    anchors[i] = run
                break
        else:
            groups.append([run])
            anchors.append(run)
            even.append(True)
        last, anchor = groups[-1], anchors[-1]
    lines: list[Line] = []
    for group, anchor, alike in zip(groups, anchors, even, strict=True):
        if not alike:
            group.sort(key=attrgetter("x0", "order"))
        group = _closed_up(_once(group))
        lines.append(_line(group, anchor) if alike else Line(group))
    if len(lines) > 1:
        lines.sort(key=attrgetter("baseline", "x0"))
    return lines


def without(lines: Iterable[Line], taken: Container[int]) -> list[Line]:
    """Lines without the runs that were taken (by identity), from top to bottom."""
    out: list[Line] = []
    rest: list[Run] = []
    for line in lines:
        left = [run for run in line.runs if id(run) not in taken]
        if len(left) == len(line.runs):
            out.append(line)
        else:
            rest += left
    return sorted([*out, *make_lines(rest)], key=attrgetter("baseline", "x0")) if rest else out


def _line(runs: list[Run], like: Run) -> Line:
    """A line of runs on one baseline in one style: what nearly all lines are asked is known."""
    line, style = Line(runs), like.style
    line.baseline, line.style, line.bold = like.baseline, style, style.bold
    line.top, line.bottom = like.top, like.bottom
    return line


def _once(runs: list[Run]) -> list[Run]:
    """Runs, ordered from left to right, without those that are drawn again in their place."""
    if len({run.text for run in runs}) == len(runs):
        return runs
    out: list[Run] = []
    for run in runs:
        for other in out[-3:]:
            if (
                run.text == other.text
                and abs(run.x0 - other.x0) <= OVERPRINT * run.size
                and abs(run.baseline - other.baseline) <= OVERPRINT * run.size
            ):
                break
        else:
            out.append(run)
    return out


def _closed_up(runs: list[Run]) -> list[Run]:
    """Put letters together that are spaced out evenly: one word, not many of one letter."""
    if len(runs) < SPACED_OUT or [len(r.text) for r in runs].count(1) < SPACED_OUT:
        return runs
    out: list[Run] = []
    i = 0
    while i < len(runs):
        end = _spaced_out(runs, i)
        if end - i < SPACED_OUT:
            out.append(runs[i])
            i += 1
            continue
        word = evolve(runs[i], text="".join(r.text for r in runs[i:end]), x1=runs[end - 1].x1)
        out.append(word)
        i = end
    return out


def _spaced_out(runs: Sequence[Run], start: int) -> int:
    """The end of the letters from `start` on that stand equally far apart."""
    end = start + 1
    first: float | None = None
    while end < len(runs) and len(runs[end - 1].text) == len(runs[end].text) == 1:
        if runs[end].size <= 0:
            break  # hidden text may have no size at all
        gap = (runs[end].x0 - runs[end - 1].x1) / runs[end].size
        first = gap if first is None else first
        if runs[end].spaced or gap > LETTER_SPACING or abs(gap - first) > 0.05:
            break
        end += 1
    return end
