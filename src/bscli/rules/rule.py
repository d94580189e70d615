"""What a rule is: its identity, its reason, its example, and the check that finds problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from bscli.findings import Problem, Severity
from bscli.rules.subject import Subject

Check = Callable[[Subject], Iterator[Problem]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One entry of the catalogue.

    ``finds`` completes "bsc reports …"; ``reason`` says in one sentence why it matters to a
    strategy; ``label`` says in two to six words what is wrong at the place. ``bad`` is a file that
    breaks the rule, ``mend`` the line in it that does so and what it should be, and ``beside`` the
    data files next to it by name. Rules that loading
    itself applies have no ``check``. ``needs_today`` marks a rule whose findings depend on the
    as-of day.
    """

    code: str
    name: str
    label: str
    severity: Severity
    finds: str
    reason: str
    bad: str
    mend: tuple[str, str]
    beside: Mapping[str, str] = field(default_factory=dict)
    check: Check | None = None
    needs_today: bool = False

    @property
    def good(self) -> str:
        """The same file with its one line mended."""
        before, after = self.mend
        return self.bad.replace(before, after, 1)
