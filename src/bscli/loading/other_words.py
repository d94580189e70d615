"""Keys as other tools call them, and the key of the format that is meant."""

from __future__ import annotations

from collections.abc import Iterable

from bscli.model.suggestions import nearest

_OTHER_WORDS = {
    "actual": "actuals",
    "values": "actuals",
    "results": "actuals",
    "calculation": "formula",
    "expression": "formula",
    "measures": "kpis",
    "metrics": "kpis",
    "indicators": "kpis",
    "goals": "objectives",
    "targets": "target",
    "goal": "target",
    "direction": "better",
    "polarity": "better",
    "due": "ends",
    "deadline": "ends",
    "start": "starts",
    "end": "ends",
    "parent": "supports",
    "supports": "drives",
    "causes": "drives",
    "leads-to": "drives",
    "reason": "because",
    "why": "because",
    "title": "name",
    "label": "name",
    "responsible": "owner",
    "lead": "owner",
    "projects": "initiatives",
    "actions": "initiatives",
    "cost": "budget",
    "units": "unit",
    "threshold": "red",
    "aggregation": "aggregate",
}


def meant_key(word: str, known: Iterable[str]) -> str | None:
    """The known key that was probably meant: the usual other word for it, else the nearest."""
    keys = sorted(known)
    other = _OTHER_WORDS.get(word.lower().replace("_", "-"))
    return other if other in keys else nearest(word, keys)
