"""Every exception the library raises on purpose, and the closed list of reasons.

Imports nothing of ours. One root, `FollowUpError`; the type says what kind of thing went wrong,
`reason` says which one, so that a batch can be sorted by it without reading messages.
"""

from enum import Enum


class Reason(Enum):
    """Why a document did not become a report. The list is closed: a test pins it."""

    NOT_RECOGNISED = "not_recognised"
    AMBIGUOUS = "ambiguous"
    SEVERAL_REPORTS = "several_reports"
    NOT_FOUND = "not_found"
    EMPTY = "empty"
    UNSUPPORTED_KIND = "unsupported_kind"
    UNSUPPORTED_VARIANT = "unsupported_variant"
    ENCRYPTED = "encrypted"
    ENCRYPTION_UNSUPPORTED = "encryption_unsupported"
    DAMAGED = "damaged"
    NO_TEXT_LAYER = "no_text_layer"
    UNMAPPED_GLYPHS = "unmapped_glyphs"
    PAGES_MISSING = "pages_missing"
    DOCTYPE_REFUSED = "doctype_refused"
    TOO_LARGE = "too_large"
    ARCHIVE_LIMIT = "archive_limit"
    NESTING_LIMIT = "nesting_limit"
    WORK_LIMIT = "work_limit"
    CPU_LIMIT = "cpu_limit"
    WALL_LIMIT = "wall_limit"
    MEMORY_LIMIT = "memory_limit"
    WORKER_CRASHED = "worker_crashed"
    PLUGIN_UNKNOWN = "plugin_unknown"
    PLUGIN_FAILED = "plugin_failed"
    OUTPUT_FAILED = "output_failed"


NOT_WRITTEN = "report that cannot be written"


class FollowUpError(Exception):
    """Root of every error that leaves the library.

    Attributes:
        reason: one of the closed list.
        document: the file's name, or None for bytes.
        page: 1-based page, where one is known.
        stage: "reading", "choosing", "parsing" or "writing".
        cause: the lower-level error as text, for a bug report.
    """

    default_reason = Reason.DAMAGED

    def __init__(
        self,
        message: str,
        *,
        reason: Reason | None = None,
        document: str | None = None,
        page: int | None = None,
        stage: str = "reading",
        cause: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.reason = reason or self.default_reason
        self.document = document
        self.page = page
        self.stage = stage
        self.cause = cause

    def __str__(self) -> str:
        where = ", ".join(
            part
            for part in (self.document, f"page {self.page}" if self.page is not None else None)
            if part
        )
        text = f"{where}: {self.message}" if where else self.message
        return f"{text} [{self.reason.value}]"


class UnreadableDocument(FollowUpError):
    """The file is damaged, encrypted, empty, without a text layer, or of no supported kind."""


class UnknownDocument(FollowUpError):
    """No installed format claims the document. `looked_for` says what each one wanted."""

    default_reason = Reason.NOT_RECOGNISED

    def __init__(
        self,
        message: str,
        *,
        looked_for: tuple[tuple[str, str], ...] = (),
        document: str | None = None,
    ) -> None:
        super().__init__(message, document=document, stage="choosing")
        self.looked_for = looked_for


class AmbiguousDocument(FollowUpError):
    """Several formats claim the document equally surely, or it holds several reports."""

    default_reason = Reason.AMBIGUOUS

    def __init__(
        self,
        message: str,
        *,
        claims: tuple[tuple[str, str], ...] = (),
        reason: Reason | None = None,
        document: str | None = None,
    ) -> None:
        super().__init__(message, reason=reason, document=document, stage="choosing")
        self.claims = claims


class LimitExceeded(FollowUpError):
    """A bound on size, nesting, work, time or memory was met before the document was read."""

    default_reason = Reason.WORK_LIMIT


def out_of_memory(
    document: str | None,
    cause: str,
    *,
    who: str = "the document",
    bound: str = "than there is",
    page: int | None = None,
    stage: str = "reading",
) -> LimitExceeded:
    """The error for a `MemoryError`, wherever it was met."""
    return LimitExceeded(
        f"{who} needs more memory {bound}: split it",
        reason=Reason.MEMORY_LIMIT,
        document=document,
        page=page,
        stage=stage,
        cause=cause,
    )


class WorkerFailed(FollowUpError):
    """The process that read the document ended by itself, or gave something that is no result."""

    default_reason = Reason.WORKER_CRASHED


class PluginError(FollowUpError):
    """A plugin is unknown, could not be loaded, or failed on this document. Names the plugin."""

    default_reason = Reason.PLUGIN_FAILED

    def __init__(
        self,
        message: str,
        *,
        plugin: str,
        reason: Reason | None = None,
        document: str | None = None,
        stage: str = "parsing",
        cause: str | None = None,
    ) -> None:
        super().__init__(message, reason=reason, document=document, stage=stage, cause=cause)
        self.plugin = plugin


def not_written(plugin: str, document: str | None, cause: str) -> PluginError:
    """The error for a report that a plugin filled with the wrong things."""
    return PluginError(
        f"the format {plugin} gave a {NOT_WRITTEN}",
        plugin=plugin,
        reason=Reason.OUTPUT_FAILED,
        document=document,
        stage="writing",
        cause=cause,
    )


class Unprintable(FollowUpError):
    """The document cannot be printed so: a character, a width or a block is in the way."""

    default_reason = Reason.OUTPUT_FAILED

    def __init__(self, message: str, *, document: str | None = None) -> None:
        super().__init__(message, document=document, stage="writing")


class BadCorrections(FollowUpError):
    """A file of corrections is not there, or is not written as one is; the message says where."""


def to_install(extra: str) -> str:
    """How an extra of the library is installed, which is on no package index."""
    return f"the extra ifo-followup[{extra}]: pip install '.[{extra}]' in its clone"


class ExtraMissing(FollowUpError):
    """A package is not installed that an extra of the library brings; both are named."""

    default_reason = Reason.UNSUPPORTED_VARIANT

    def __init__(
        self, package: str, cause: ImportError, *, what: str = "printing", extra: str = "typeset"
    ) -> None:
        super().__init__(
            f"{what} needs {package}, from {to_install(extra)}", stage="writing", cause=str(cause)
        )
