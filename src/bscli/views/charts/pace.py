"""How far an initiative has come, beside the time and the money that are gone, in words."""

from __future__ import annotations

import math
from datetime import date

from bscli.model.initiative import Initiative
from bscli.model.numbers import LARGEST
from bscli.scoring.trend import decimals_needed
from bscli.views.charts.bars import CLOSED
from bscli.views.numbers import rounded


def elapsed_of(initiative: Initiative, as_of: date) -> float | None:
    """The share of its days that have passed by the end of a day; None without two sound dates."""
    starts, ends = initiative.starts, initiative.ends
    if starts is None or ends is None or ends < starts:
        return None
    gone = (as_of - starts).days + 1
    return min(1.0, max(0.0, gone / ((ends - starts).days + 1)))


def dates_text(initiative: Initiative) -> str:
    """When it starts and ends, as far as that is stated."""
    starts, ends = initiative.starts, initiative.ends
    if starts and ends:
        return f"{starts} to {ends}"
    if starts:
        return f"from {starts}, no end stated"
    return f"until {ends}, no start stated" if ends else "no dates stated"


def pace_text(initiative: Initiative, elapsed: float | None) -> str:
    """Progress beside elapsed time; of what is closed, progress alone."""
    progress = initiative.progress
    done = f"{_percent(progress)} done" if progress is not None else ""
    if elapsed is None or initiative.status in CLOSED:
        return done
    if elapsed == 0:
        return f"{done} before its start".lstrip()
    return ", ".join(filter(None, (done, f"{_percent(elapsed)} of the time gone")))


def money_text(initiative: Initiative) -> str:
    """What is spent of the budget; empty where neither is stated."""
    budget, spent = initiative.budget, initiative.spent
    if budget is None:
        return f"{money(spent)} spent, no budget stated" if spent is not None else ""
    if spent is None:
        return f"budget {money(budget)}"
    share = f" ({_percent(min(LARGEST, spent / budget))})" if budget else ""
    return f"{money(spent)} of {money(budget)} spent{share}"


def money(amount: float | None) -> str:
    """An amount of money for reading; empty where there is none."""
    return "" if amount is None else rounded(amount, decimals_needed(amount))


def _percent(share: float) -> str:
    """A share in whole percent, never rounded up to what is not yet reached."""
    return f"{rounded(math.floor(100 * share + 1e-9), 0)}%"
