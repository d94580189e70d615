"""The bytes of a scorecard's data files become texts, as long as there is room for them."""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import dataclass

from bscli.loading.beside import BesideError
from bscli.loading.data.telling import DataProblems
from bscli.loading.text import decode_utf8
from bscli.loading.tree import Tree
from bscli.model.data_file import DataFile
from bscli.model.data_text import HEADER, DataText
from bscli.model.misshape import quoted

MOST_ROWS = 1_000_000
MOST_BYTES = 64 * 1024 * 1024
"""How large the data files of one scorecard are together at most."""


@dataclass(slots=True)
class FileReader:
    """Reads the data files of one scorecard; ``room`` is how many bytes may still come."""

    tree: Tree
    scorecard: str
    room: int = MOST_BYTES

    def read(self, file: DataFile, problems: DataProblems) -> DataText | None:
        """The text of a data file, where there is any; what forbids to read it is told."""
        shown = f"the data file {quoted(file.file)}"
        try:
            name, data = self.tree.read_beside(self.scorecard, file.file, self.room)
        except BesideError as error:
            problems.tell_of_file(error.code, f"{shown} {error.fact}", error.help, error.label)
            return None
        if len(data) > self.room or data.count(b"\n") > MOST_ROWS:
            most = f"{MOST_BYTES // 1024**2} MiB together and {MOST_ROWS:,} rows each"
            message = f"{shown} is too large: the data files of a scorecard have at most {most}"
            problems.tell_of_file("BSC005", message, "keep older years elsewhere", "too large")
            return None
        self.room -= len(data)
        if not data.removeprefix(BOM_UTF8).strip():
            problems.tell_of_file(
                "BSC102", f"{shown} is empty", "name the columns in its first row"
            )
            return None
        return DataText(name, _decoded(name, data, problems))


def _decoded(name: str, data: bytes, problems: DataProblems) -> str:
    """The text with plain line ends; what makes it unsafe to read is told."""
    text, forbidding = decode_utf8(name, data)
    for coded in forbidding:
        found = coded.problem
        cell, span = (HEADER, ""), found.place.span
        problems.tell(coded.code, cell, found.message, found.help, kind=found.message, span=span)
    return text.replace("\r\n", "\n") if "\r" in text else text
