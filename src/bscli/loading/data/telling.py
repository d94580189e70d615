"""What is wrong with one data file: mistakes of one cause are told once, and counted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bscli.findings import DocumentPath, Part, Place, Problem, Related, Span
from bscli.loading.problems import MOST_TOLD, FileProblems
from bscli.model.project import CodedProblem


@dataclass(slots=True)
class DataProblems:
    """The problems of a scorecard's data file; ``number`` is its place in the list."""

    file: str
    number: int
    _first: dict[object, CodedProblem] = field(default_factory=dict)
    _times: dict[object, int] = field(default_factory=dict)
    _untold: int = 0

    def tell(
        self,
        code: str,
        cell: tuple[int, str],
        message: str,
        help: str | None = None,
        *,
        kind: object = None,
        related: tuple[Related, ...] = (),
        span: Span | None = None,
        label: str | None = None,
    ) -> None:
        """Notes a problem of a cell (its row, and its column as the format calls it).

        Further ones of the same kind are only counted.
        """
        cause = cell if kind is None else (code, kind)
        if cause in self._first:
            self._times[cause] += 1
        elif len(self._first) < MOST_TOLD:
            place = Place(self.file, (*self.path, *cell), Part.VALUE, span)
            problem = Problem(place, message, help, related, label)
            self._first[cause] = CodedProblem(code, problem)
            self._times[cause] = 1
        else:
            self._untold += 1

    def tell_of_file(
        self, code: str, message: str, help: str | None = None, label: str | None = None
    ) -> None:
        """Notes what is wrong with the file as a whole, where the scorecard names it."""
        place = Place(self.file, self.path, Part.VALUE)
        self._first[code] = CodedProblem(code, Problem(place, message, help, label=label))
        self._times[code] = 1

    @property
    def has_any(self) -> bool:
        """Whether anything is wrong so far."""
        return bool(self._first)

    @property
    def path(self) -> DocumentPath:
        """Where the scorecard names the file."""
        return ("data", self.number)

    def hand_over(self, problems: FileProblems) -> None:
        """Adds what was noted to the problems of the scorecard."""
        for cause, coded in self._first.items():
            problems.codes.add(coded.code)
            problems.told.append(_counted(coded, self._times[cause] - 1))
        problems.untold += self._untold


def _counted(coded: CodedProblem, more: int) -> CodedProblem:
    if not more:
        return coded
    message = f"{coded.problem.message}, and {more} more like it"
    return replace(coded, problem=replace(coded.problem, message=message))
