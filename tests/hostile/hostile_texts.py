"""HTML, Markdown and plain text that a careless reader works on for hours."""

from collections.abc import Iterator

from cases import READ, Case, case

from ifo_followup.errors import Reason

DAMAGED, WORK, DEEP = Reason.DAMAGED.value, Reason.WORK_LIMIT.value, Reason.NESTING_LIMIT.value
EMPTY, KIND, LARGE = Reason.EMPTY.value, Reason.UNSUPPORTED_KIND.value, Reason.TOO_LARGE.value
CPU = Reason.CPU_LIMIT.value

N = 20_000

# after the pathological inputs that CommonMark's own implementations are tested with
MARKDOWN = {
    "strong-nested": "*a **a " * N + "b" + " a** a*" * N,
    "strong-closers": "a_ " * N,
    "strong-openers": "_a " * N,
    "strong-mixed": "*_* _ " * N,
    "link-closers": "a]" * N,
    "link-openers": "[a" * N,
    "link-openers-bare": "[" * N * 2,
    "link-mixed": "*a_ " * N + "]" * N,
    "link-nested": "[" * N + "a" + "](b)" * N,
    "link-titles": "[a](<b" * N,
    "link-parentheses": "[a](" * N,
    "image-openers": "![[]()" * N,
    "references": "".join(f"[{n}]: /u\n" for n in range(N)) + "[1]" * 1000,
    "reference-open": "[a]: u\n" * N + "[a]" * N,
    "quotes-nested": "> " * N + "a",
    "quotes-lines": "> a\n" * N,
    "lists-nested": "".join("  " * (n % 400) + "- a\n" for n in range(2000)),
    "lists-bullets": "- " * N,
    "backticks": "".join("e" + "`" * (n % 200) for n in range(2000)),
    "entities": "&" * N + "&#xffffff;" * N,
    "comments": "<!--" * N,
    "declarations": "<!A " * N,
    "instructions": "<?" * N,
    "tags-open": "<a b" * N,
    "tags-odd": "<" * N * 2,
    "tables-wide": "|" + "a|" * 5000 + "\n|" + "-|" * 5000 + "\n" + "|b\n" * 300,
    "tables-rules": "|a|\n|-|\n" * N,
    "headings": "# " * N,
    "underlines": "a\n=\n" * N,
    "backslashes": "\\" * N * 4,
    "emphasis-stars": "*" * N * 2 + "a" + "*" * N,
    "front-matter": "---\n" + "a: b\n" * N,
    "nul-signs": "a\ufffd" * N,
}

HTML = {
    "deep": "<div>" * N + "Hej",
    "deep-tables": "<table><tr><td>" * 5000 + "Hej",
    "inline-open": "<b><i>" * N + "Hej",
    "cells-open": "<table>" + "<tr><td>a" * 5000 + "</table>",
    "span-1e9": '<table><tr><td colspan="1000000000" rowspan="1000000000">Hej</table>',
    "spans-many": "<table>" + ("<tr>" + '<td colspan="63" rowspan="999">a' * 40) * 300 + "</table>",
    "comments-open": "<!--" * N,
    "comments-odd": "<!-- a -- b --" * N,
    "scripts-open": "<script>" * N,
    "styles-open": "<style>a" * N,
    "attributes-open": '<a b="' * N,
    "attributes-many": "<p " + "a=b " * N + ">Hej",
    "attribute-long": '<p a="' + "b" * 500_000 + '">Hej',
    "entities": "&amp;" * N + "&#99999999999;" * N + "&nonsense" * N,
    "ends-without-starts": "</table></td></div>" * N + "Hej",
    "declarations": "<![CDATA[" * N + "<!DOCTYPE" * N,
    "plaintext": "<plaintext>" * N + "Hej",
    "titles": "<title>" * N + "Hej",
    "hidden": "<div hidden>" * 50 + "Hej",
    "external": '<base href="http://localhost:9/"><img src="a"><iframe src="file:///etc/passwd">Hej',
}

TEXT = {
    "tabs-wide": "\t".join("a" * N) + "\nb",
    "tabs-many-rows": "a\tb\tc\n" * N,
    "tabs-triangle": "".join("\t".join("a" * (n % 300 + 2)) + "\n" for n in range(3000)),
    "spaces": " " * 500_000 + "a",
    "spaces-lines": (" " * 50 + "\n") * N + "a",
    "dots": "Innehåll\n" + ("Rubrik " + "." * 500 + " 7\n") * 2000,
    "line-long": "ord " * 250_000,
    "digits": "1 " * 250_000,
    "digits-one": "9" * 500_000,
    "amounts": "1 234 567,89 tkr -12 %\n" * N,
    "numbers-of-sections": "1.1.1.1.1.1.1.1 a\n" * N,
    "form-feeds": "\f" * N + "a",
    "carriage-returns": "a\r" * N,
    "hyphens": "av-\n" * N,
    "bullets": "• " * N,
    "combining": "a" + "\u0301" * 200_000,
    "right-to-left": "\u202e" * N + "a",
    "pipes": "a|b\n" * N,
    "headings": "Mål\n\n" * N,
    "angle-brackets": "<" * N * 4,
    "stars": "*" * N * 4,
    "colons": ":" * N * 4 + "a",
}

BYTES: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "empty": (b"", (EMPTY,)),
    "blank": (b" \n\t\r\n", (EMPTY,)),
    "nul": (b"\0" * 1000, (EMPTY, KIND)),
    "bom-only": (b"\xef\xbb\xbf", (EMPTY,)),
    "utf16-cut": (b"\xff\xfeH\x00e", (DAMAGED,)),
    "utf16-surrogate": (b"\xff\xfe\x00\xd8H\x00", (DAMAGED,)),
    "not-cp1252": (b"Hej \x81\x8d", (DAMAGED,)),
    "controls": (bytes(range(1, 9)) * 99, (KIND,)),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, (KIND,)),
    "gzip": (b"\x1f\x8b" + b"\0" * 99, (KIND,)),
    "rtf": (b"{\\rtf1 Hej}", (KIND,)),
    "letters-30M": (b"a" * (30 << 20), (LARGE,)),
}


def text_cases() -> Iterator[Case]:
    for name, text in MARKDOWN.items():
        yield case(f"md-{name}", "x.md", lambda t=text: t.encode(), READ, DEEP, WORK, EMPTY)
    for name, text in HTML.items():
        yield case(
            f"html-{name}",
            "x.html",
            lambda t=text: b"<!doctype html><html>" + t.encode(),
            READ,
            DEEP,
            WORK,
            EMPTY,
        )
    for name, text in TEXT.items():
        yield case(f"text-{name}", "x.txt", lambda t=text: t.encode(), READ, WORK, EMPTY)
    for name, (data, ends) in BYTES.items():
        yield case(f"bytes-{name}", "x.txt", lambda d=data: d, *ends)
