"""The rules of reading: what a finding of each means, and what can be done about it.

The rules that a report is checked by against itself are in `checks.rules`; `catalogue` has both.
"""

from attrs import frozen

from ifo_followup.model.findings import Severity


@frozen
class ReadingRule:
    """What a finding of a reader or a format means, and what to do."""

    rule: str
    severity: Severity
    meaning: str
    advice: str


READING_RULES = (
    ReadingRule(
        "cell-unread",
        Severity.WARNING,
        "A filled cell stands in a column that nobody reads, or whose head is not known.",
        "Look at the column; declare it in the layout.",
    ),
    ReadingRule(
        "cells-shifted",
        Severity.WARNING,
        "In a row of unit results the outcome stands one column further to the right; it "
        "was read there.",
        "Compare with the print.",
    ),
    ReadingRule(
        "cells-unclear",
        Severity.WARNING,
        "Plain text: texts of neighbouring columns stand side by side, and only line ends and "
        "capitals tell where one ends and the next begins; or no light of a table has a word; "
        "or a row among units lacks the word that stands before each.",
        "Read another file of the report, or compare with the print.",
    ),
    ReadingRule(
        "check-failed",
        Severity.WARNING,
        "A check that a plugin brings raised an error; the others ran.",
        "Tell the plugin's author.",
    ),
    ReadingRule(
        "column-unclear",
        Severity.WARNING,
        "What a column means is not clear; its cells are kept as statistics with their "
        "printed heads.",
        "Look at the column; a declared layout can name it.",
    ),
    ReadingRule(
        "correction-applied",
        Severity.INFO,
        "A value was put right by a file of corrections; its source still holds the print.",
        "Nothing; `report.corrections` says who did it, when and why.",
    ),
    ReadingRule(
        "correction-solves",
        Severity.INFO,
        "A contradiction that the checks found in the report as printed is none with the "
        "corrections; the message repeats it.",
        "Nothing.",
    ),
    ReadingRule(
        "correction-unused",
        Severity.WARNING,
        "A correction does not fit: no such value is in the report, something else is printed "
        "there, or the right text cannot be read as what it should be. The value is as printed.",
        "See what is printed now (`ifo-followup show FILE VALUE`); change the correction, or take "
        "it out.",
    ),
    ReadingRule(
        "email-address",
        Severity.WARNING,
        "An e-mail address stands in a text. Looked for on request only (`check --privacy`).",
        "Mask it before the report is passed on (`parse --mask`), unless it is a public one.",
    ),
    ReadingRule(
        "generic-format",
        Severity.WARNING,
        "No format knows the layout; it was read by common words. Stands in every report "
        "of the built-in format.",
        "Compare the figures that you use with the print.",
    ),
    ReadingRule(
        "hint-contradicts",
        Severity.WARNING,
        "`period=` or `municipality=` differs from what was read. The hint was taken.",
        "See which one is right.",
    ),
    ReadingRule(
        "icons-left-out",
        Severity.INFO,
        "A column of statistics without a head and without values was taken for icons.",
        "Nothing.",
    ),
    ReadingRule(
        "legend-word",
        Severity.WARNING,
        "A word of the colour legend stands behind a light; it was not taken as an assessment.",
        "Look at the light beside it: the word may have been meant for it.",
    ),
    ReadingRule(
        "light-lost",
        Severity.WARNING,
        "An icon stands where a light is expected, but not in the colour of one. The "
        "assessment has no code.",
        "Look at the print.",
    ),
    ReadingRule(
        "light-missing",
        Severity.WARNING,
        "A unit is listed without a light. Its row is kept, without an assessment.",
        "Look at the page: was the light left out, or printed as something that is not read?",
    ),
    ReadingRule(
        "money-unclear",
        Severity.WARNING,
        "A table speaks of money, but of no column is it clear what it holds, or its "
        "heads name two units. All of it is kept as statistics.",
        "Look at the table.",
    ),
    ReadingRule(
        "municipality-unknown",
        Severity.WARNING,
        'No municipality is printed. It is taken for the one whose layout it has, or is "okänd".',
        'Give it: `parse(..., municipality="Solna")`.',
    ),
    ReadingRule(
        "other-municipality",
        Severity.INFO,
        "The report is another municipality's, printed in this layout.",
        "Check that the plugin fits.",
    ),
    ReadingRule(
        "overview-unmatched",
        Severity.WARNING,
        "The overview has a light for a target area that the report does not have.",
        "Look for a heading that was not recognised.",
    ),
    ReadingRule(
        "pages-missing",
        Severity.ERROR,
        "The file declares more pages than can be reached: it is damaged or was cut off. "
        "What stood on them is not in the report.",
        "Download it again.",
    ),
    ReadingRule(
        "paragraph-unclear",
        Severity.INFO,
        "Plain text: behind a bullet of one full line a sentence begins after an empty "
        "line. It was read as part of the bullet.",
        "Compare with the print if the text is quoted.",
    ),
    ReadingRule(
        "part-missing",
        Severity.WARNING,
        "Reports in this layout have goals, budget tables or whatever is named; none was found.",
        "The layout may have changed: write a new generation.",
    ),
    ReadingRule(
        "period-unknown",
        Severity.WARNING,
        "No period is printed.",
        'Give it: `parse(..., period="2018-04")`.',
    ),
    ReadingRule(
        "personal-number",
        Severity.ERROR,
        "A personnummer or samordningsnummer stands in a text: a date of birth and a check "
        "digit that fits. Looked for on request only (`check --privacy`).",
        "Mask it before the report is passed on (`parse --mask`), and tell the municipality.",
    ),
    ReadingRule(
        "phone-number",
        Severity.WARNING,
        "A Swedish telephone number stands in a text. Looked for on request only "
        "(`check --privacy`).",
        "Mask it before the report is passed on (`parse --mask`), unless it is a public one.",
    ),
    ReadingRule(
        "plugin-failed",
        Severity.WARNING,
        "A plugin could not be loaded, or failed when asked for its claim. The others went on.",
        "Tell its author, or uninstall it.",
    ),
    ReadingRule(
        "plugin-forced",
        Severity.WARNING,
        "The plugin named by `plugin=` does not know the document.",
        "Leave `plugin=` out, or distrust the result.",
    ),
    ReadingRule(
        "reader-warning",
        Severity.WARNING,
        "The reader met something it could not use: characters without a meaning, a "
        "missing linked table, a name that does not fit the contents.",
        "Look at the page that the message names.",
    ),
    ReadingRule(
        "row-ambiguous",
        Severity.ERROR,
        "The amounts of a row can be read in several ways (lost columns of plain text, "
        "columns too near to each other in a PDF), and the arithmetic does not decide. "
        "None was taken.",
        "Read another file of the report, or enter the row by hand.",
    ),
    ReadingRule(
        "row-decided",
        Severity.INFO,
        "Figures stood too near to each other to be told apart; the one reading that adds up, that "
        "is possible, or whose values are of one size, was taken. The message names it and says "
        "why.",
        "Compare with the print if the row matters.",
    ),
    ReadingRule(
        "row-unread",
        Severity.WARNING,
        "A row has amounts without a label, or an entry of the yearly wheel lacks its "
        "month or activity.",
        "Look at the row.",
    ),
    ReadingRule(
        "rule-off",
        Severity.INFO,
        "The plugin switches a check off, and says why.",
        "Nothing; compare by hand if the figure matters.",
    ),
    ReadingRule(
        "section-doubled",
        Severity.WARNING,
        "A numbered section stands in the report twice.",
        "Look whether both are meant; both are kept.",
    ),
    ReadingRule(
        "section-moved",
        Severity.WARNING,
        "A numbered section stands behind a later one. It was read as usual.",
        "Look whether the pages are in order.",
    ),
    ReadingRule(
        "section-skipped",
        Severity.INFO,
        "The number of a section is left out, as in 2 followed by 4.",
        "Look whether a section is missing; some reports are numbered so.",
    ),
    ReadingRule(
        "small-count",
        Severity.INFO,
        "A count of one to four persons, households, decisions or cases in statistics or an "
        "indicator: it could point at somebody. Looked for on request only (`check --privacy`).",
        "Judge whether it does; `parse --mask` holds it back (`Missing.SUPPRESSED`).",
    ),
    ReadingRule(
        "table-unread",
        Severity.WARNING,
        "A table holds nothing that was understood, or only its caption was found.",
        "Look at it; declare its layout if it matters.",
    ),
    ReadingRule(
        "text-unclaimed",
        Severity.WARNING,
        "A piece of text went into no part of the report.",
        "See `report.coverage.unclaimed_spans`.",
    ),
    ReadingRule(
        "text-unplaced",
        Severity.WARNING,
        "Text or a status stands where no item has begun.",
        "Look at the labels of the layout.",
    ),
    ReadingRule(
        "type-unknown",
        Severity.WARNING,
        "What kind of report it is cannot be told.",
        "Add the title's words to the format's family.",
    ),
    ReadingRule(
        "unit-inherited",
        Severity.INFO,
        "A money table names no unit; that of the table before was taken.",
        "Check the print.",
    ),
    ReadingRule(
        "unit-missing",
        Severity.WARNING,
        "No unit of money is printed in the table, near it or before it; the amounts have none.",
        'Look at the page for "tkr" or "mnkr".',
    ),
    ReadingRule(
        "unknown-word",
        Severity.WARNING,
        "Words stand where an assessment, status or likelihood is expected, and are not "
        "in the vocabulary. Kept as printed, without a code.",
        "Extend the vocabulary if the word is common.",
    ),
    ReadingRule(
        "unread-value",
        Severity.WARNING,
        "A cell that should hold a number holds something else. Kept as text.",
        "Look at the cell.",
    ),
)
