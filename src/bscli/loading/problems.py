"""What is wrong with one file: told up to a bound, counted beyond it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bscli.findings import Problem
from bscli.model.project import CodedProblem

MOST_TOLD = 100
"""More problems of one file help nobody, and putting them into words would take for ever."""


@dataclass(slots=True)
class FileProblems:
    """The problems of one file, in the order in which they were met."""

    told: list[CodedProblem] = field(default_factory=list)
    untold: int = 0
    codes: set[str] = field(default_factory=set)

    def tell(self, code: str, say: Callable[[], Problem]) -> None:
        """Notes a problem; it is put into words only as long as there is room."""
        self.codes.add(code)
        if len(self.told) < MOST_TOLD:
            self.told.append(CodedProblem(code, say()))
        else:
            self.untold += 1
