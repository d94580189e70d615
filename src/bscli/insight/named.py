"""What an id names among everything that could be meant, or why it names nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from bscli.errors import NotFoundError, UsageError
from bscli.model.suggestions import did_you_mean

LONGEST_SHOWN = 80


class Named(Protocol):
    """Anything with an id in a scorecard."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def home(self) -> str:
        """The id of its scorecard."""


N = TypeVar("N", bound=Named)


def the_one(id: str, candidates: Sequence[N], unknown: Callable[[str], str], hint: str) -> N:
    """The first candidate that an id names; it may be written ``scorecard.id``.

    Raises NotFoundError with the nearest id where it names nothing, UsageError where several
    scorecards have it.
    """
    found = [each for each in candidates if id in (each.id, f"{each.home}.{each.id}")]
    if not found:
        near = did_you_mean(id, [each.id for each in candidates])
        raise NotFoundError(unknown(f'"{id[:LONGEST_SHOWN]}"'), near or hint)
    homes = sorted({each.home for each in found})
    if len(homes) > 1:
        choice = " or ".join(f"{home}.{id}" for home in homes)
        raise UsageError(f'"{id[:LONGEST_SHOWN]}" stands in several scorecards', f"write {choice}")
    return found[0]
