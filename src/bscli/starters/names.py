"""Which names of objectives were given by a template."""

from __future__ import annotations

from bscli.starters.objective_names import OBJECTIVE_NAMES


def is_from_a_template(name: str) -> bool:
    """Whether an objective of a template has this name, capitals and white space aside."""
    return folded(name) in OBJECTIVE_NAMES


def folded(name: str) -> str:
    """A name as it is compared: in small letters, with single spaces."""
    return " ".join(name.casefold().split())
