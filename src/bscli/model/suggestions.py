"""What somebody probably meant: the nearest known word to one that is unknown."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST_COMPARED = 80
MOST_COMPARED = 500


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is spelled most like the given one, if any is near."""
    from difflib import get_close_matches  # only a run with a mistake in it pays for this import

    candidates = list(known)[:MOST_COMPARED]
    if len(word) > LONGEST_COMPARED:
        return None
    folded = {candidate.lower().replace("_", "-"): candidate for candidate in candidates}
    found = get_close_matches(word.lower().replace("_", "-"), folded, n=1, cutoff=0.7)
    return folded[found[0]] if found else None


_OTHER_CHOICES = {
    "less": "lower",
    "smaller": "lower",
    "down": "lower",
    "decrease": "lower",
    "more": "higher",
    "bigger": "higher",
    "up": "higher",
    "increase": "higher",
    "range": "within",
    "in progress": "active",
    "ongoing": "active",
    "started": "active",
    "completed": "done",
    "complete": "done",
    "finished": "done",
    "on hold": "paused",
    "stopped": "cancelled",
    "canceled": "cancelled",
    "not started": "planned",
    "lead": "leading",
    "lag": "lagging",
    "average": "mean",
    "avg": "mean",
    "total": "sum",
    "annual": "yearly",
    "annually": "yearly",
    "month": "monthly",
    "quarter": "quarterly",
}
"""Values as other tools call them, and ours."""


def meant_choice(word: str, options: Iterable[str]) -> str | None:
    """The option that was probably meant by a word that is none of them."""
    known = list(options)
    other = _OTHER_CHOICES.get(word.lower().replace("-", " ").replace("_", " "))
    return other if other in known else nearest(word, known)


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The question to ask about a misspelled word, if any known one is near."""
    near = nearest(word, known)
    return f'did you mean "{near}"?' if near else None
