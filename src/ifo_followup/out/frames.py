"""The flat tables as pandas data frames, with types that keep what was printed.

Numbers stay `Decimal` in object columns: a float would turn 0.1 into something else. Everything
else has a nullable type, the same for an empty table as for a full one.
"""

import pandas as pd
from pandas.api.extensions import ExtensionDtype

from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.rows import rows
from ifo_followup.out.tables import TABLES, Column, Kind

# "python", whatever else is installed: pyarrow refuses text that a damaged file may hold
STRING = pd.StringDtype("python")

DTYPES: dict[Kind, ExtensionDtype | str] = {
    Kind.TEXT: STRING,
    Kind.CODE: STRING,
    Kind.DATE: STRING,
    Kind.INTEGER: "Int64",
    Kind.BOOLEAN: "boolean",
    Kind.NUMBER: "object",
}


def to_frames(report: FollowUpReport) -> dict[str, pd.DataFrame]:
    """Every table of the contract, in its order; a table without rows has all its columns."""
    content = rows(report)
    return {
        name: pd.DataFrame(
            {
                column.name: _series([row[at] for row in content[name]], column)
                for at, column in enumerate(columns)
            }
        )
        for name, columns in TABLES.items()
    }


def frames_schema() -> dict[str, dict[str, dict[str, object]]]:
    """What `to_frames` gives: table, column, then its dtype, kind, meaning and codes."""
    return {
        table: {
            column.name: {
                "dtype": str(DTYPES[column.kind]),
                "kind": column.kind.value,
                "meaning": column.meaning,
                "codes": column.codes,
            }
            for column in columns
        }
        for table, columns in TABLES.items()
    }


def _series(values: list[object], column: Column) -> "pd.Series":
    return pd.Series(values, dtype=DTYPES[column.kind])
