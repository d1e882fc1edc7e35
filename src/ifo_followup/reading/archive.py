"""A zip file opened with distrust: bounds are checked while inflating, not from the header."""

import io
import zipfile
import zlib

from attrs import define, field

from ifo_followup.errors import LimitExceeded, Reason, UnreadableDocument
from ifo_followup.limits import DEFAULT_LIMITS, Limits

# below this a high ratio is harmless: an empty picture compresses well
_RATIO_FREE = 2**20
# 2,000 entries with long names and extra fields take far less
_MAX_DIRECTORY = 4 * 2**20
_CHUNK = 2**16
_EOCD = b"PK\x05\x06"
_EOCD_SIZE = 22
_KINDS = (
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("mimetype", "an OpenDocument or EPUB file"),
)


@define
class Archive:
    """The parts of an Office file, inflated on demand and within bounds."""

    _zip: zipfile.ZipFile
    _size: int
    limits: Limits
    _inflated: int = field(default=0, init=False)

    @classmethod
    def open(cls, data: bytes, limits: Limits = DEFAULT_LIMITS) -> "Archive":
        """Open a zip file in memory.

        Raises:
            UnreadableDocument: it is no complete zip file.
            LimitExceeded: its directory is beyond the bounds.
        """
        _check_directory_size(data)
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise _damaged("the zip directory", error) from error
        entries = len(archive.infolist())
        if entries > limits.archive_entries:
            raise LimitExceeded(
                f"the zip file has {entries} entries; at most {limits.archive_entries} are read "
                "(archive_entries)",
                reason=Reason.ARCHIVE_LIMIT,
            )
        return cls(archive, len(data), limits)

    def __contains__(self, part: str) -> bool:
        return part in self._zip.NameToInfo

    def names(self) -> list[str]:
        """The names of all parts, in the order of the directory."""
        return self._zip.namelist()

    def require_word(self) -> None:
        """Refuse a zip file that is no Word document, saying what it is instead.

        Raises:
            UnreadableDocument: `unsupported_kind`.
        """
        names = self.names()
        if "_rels/.rels" in self and any(n.startswith("word/") for n in names):
            return
        if "word/document.xml" in self:
            return
        what = next(
            (what for start, what in _KINDS if any(n.startswith(start) for n in names)),
            "a zip archive",
        )
        raise UnreadableDocument(
            f"this is {what}, not a Word document: save it as .docx or .pdf and read that",
            reason=Reason.UNSUPPORTED_KIND,
        )

    def read(self, part: str) -> bytes:
        """Inflate one part.

        Raises:
            UnreadableDocument: the part is missing, damaged or encrypted.
            LimitExceeded: the part, or all parts together, are too large or too compressed.
        """
        info = self._zip.NameToInfo.get(part)
        if info is None:
            raise UnreadableDocument(
                f"the part {part!r} is missing: the document is incomplete; save it again",
                reason=Reason.DAMAGED,
            )
        if info.flag_bits & 0x1:
            raise UnreadableDocument(
                f"the part {part!r} is encrypted: save the document without a password",
                reason=Reason.ENCRYPTED,
            )
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableDocument(
                f"the part {part!r} is packed with method {info.compress_type}, which Word never "
                "uses: save the document again with Word",
                reason=Reason.UNSUPPORTED_VARIANT,
            )
        try:
            return self._inflate(info)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            RuntimeError,
        ) as error:
            raise _damaged(f"the part {part!r}", error) from error

    def _inflate(self, info: zipfile.ZipInfo) -> bytes:
        limits = self.limits
        packed = max(1, min(info.compress_size, self._size))
        out = bytearray()
        with self._zip.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                out += chunk
                self._inflated += len(chunk)
                for bound, size in (("part_bytes", len(out)), ("decoded_bytes", self._inflated)):
                    if size > getattr(limits, bound):
                        what = f"inflates to more than {getattr(limits, bound)} bytes ({bound})"
                        raise _too_much(info.filename, what)
                if len(out) > _RATIO_FREE and len(out) > limits.archive_ratio * packed:
                    raise _too_much(
                        info.filename,
                        f"inflates to more than {limits.archive_ratio} times its size "
                        "(archive_ratio)",
                    )
        return bytes(out)


def _check_directory_size(data: bytes) -> None:
    # zipfile reads the whole directory before it can be asked how long it is
    start = max(0, len(data) - _EOCD_SIZE - 0xFFFF)
    at = data.find(_EOCD, start)
    while at >= 0:
        size = int.from_bytes(data[at + 12 : at + 16], "little")
        if size > _MAX_DIRECTORY:
            raise LimitExceeded(
                f"the zip directory claims {size} bytes; at most {_MAX_DIRECTORY} are read",
                reason=Reason.ARCHIVE_LIMIT,
            )
        at = data.find(_EOCD, at + 1)


def _too_much(part: str, what: str) -> LimitExceeded:
    return LimitExceeded(
        f"the part {part!r} {what}: this is no ordinary document; save it again with Word",
        reason=Reason.ARCHIVE_LIMIT,
    )


def _damaged(what: str, error: Exception) -> UnreadableDocument:
    return UnreadableDocument(
        f"{what} cannot be read: the file is damaged or was cut off; download it again",
        reason=Reason.DAMAGED,
        cause=f"{type(error).__name__}: {error}",
    )
