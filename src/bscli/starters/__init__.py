"""The scorecards to begin with: whole ones, whose dates move to the day of their beginning."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

SUMMARIES: Mapping[str, str] = {
    "minimal": "a bicycle workshop with four objectives, every line explained",
    "logistics": "a carrier that keeps its shippers by being on time",
    "manufacturer": "a valve maker that mends its margin by mending its machines",
    "retail-bank": "a bank that made its call centre quicker and lost trust by it",
    "hotel-chain": "hotels that fill their rooms by cutting the rate, at a price",
    "software-launch": "a new software product before and after its launch",
    "nonprofit": "a literacy charity that puts depth before reach",
}
"""What every template tells, by its name."""


def starter(name: str, day: date) -> str:
    """The text of a template, reviewing the quarter that ended last by a day; raises UsageError."""
    from importlib.resources import files  # rules import this package, and need none of these

    from bscli.starters.moving import moved

    return moved(files(__name__).joinpath(f"{name}.yaml").read_text("utf-8"), day)
