"""What is planned, promised and feared: risks, assignments, measures, guarantees, yearly wheel."""

from datetime import date
from decimal import Decimal
from enum import Enum

from attrs import field, frozen, validators

from ifo_followup.model.values import Assessment, Number, Source, Text, Unit


class RiskKind(Enum):
    """Whether it would hurt or help."""

    RISK = "risk"
    OPPORTUNITY = "opportunity"


class Likelihood(Enum):
    """Sannolikhet: låg, medel, hög."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@frozen(kw_only=True)
class MoneyRange:
    """A printed interval of money, both ends included; a single figure has equal ends.

    Raises:
        ValueError: the ends are in the wrong order.
    """

    low: Decimal
    high: Decimal
    unit: Unit | None = None
    source: Source

    def __attrs_post_init__(self) -> None:
        if not (self.low.is_finite() and self.high.is_finite()) or self.low > self.high:
            raise ValueError("a range runs from its lower to its higher end")


@frozen(kw_only=True)
class Risk:
    """A risk or an opportunity, with what is done about it."""

    kind: RiskKind
    category: Text | None = None
    title: Text
    description: Text | None = None
    likelihood: Likelihood | None = None
    likelihood_text: Text | None = None
    impact: MoneyRange | None = None
    risk_value: Number | None = None
    mitigation: Text | None = None
    assessment: Assessment | None = None


class AssignmentKind(Enum):
    """Who gave the assignment, and in what form."""

    SPECIAL_ASSIGNMENT = "special_assignment"  # särskilt uppdrag
    BOARD_ASSIGNMENT = "board_assignment"  # nämnduppdrag
    ASSIGNMENT = "assignment"  # uppdrag
    POLITICAL_PRIORITY = "political_priority"  # politisk prioritering


class Status(Enum):
    """How far an assignment has come."""

    COMPLETED = "completed"  # genomfört, färdig
    STARTED = "started"  # påbörjat
    NOT_STARTED = "not_started"


@frozen(kw_only=True)
class Assignment:
    """An assignment and how far it has come. `status` is None for words that are not known."""

    kind: AssignmentKind
    title: Text
    description: Text | None = None
    status: Status | None = None
    status_text: Text | None = None
    assessment: Assessment | None = None
    comment: Text | None = None


@frozen(kw_only=True)
class Measure:
    """An action (åtgärd) taken or planned, and what came of it."""

    title: Text
    decided: date | None = None
    description: Text | None = None
    follow_up: Text | None = None


@frozen(kw_only=True)
class QualityGuarantee:
    """A promise to the public (kvalitetsgaranti) and whether it was kept."""

    area: Text | None = None
    promise: Text
    assessment: Assessment | None = None
    comment: Text | None = None


@frozen(kw_only=True)
class CalendarEntry:
    """One line of the yearly wheel (årshjul). `month` is the first where two are named."""

    month: int = field(validator=[validators.ge(1), validators.le(12)])
    month_text: Text
    activity: Text
    assessment: Assessment | None = None
