"""What a status, a trend and a severity are called and how they look, written once."""

from __future__ import annotations

from dataclasses import dataclass

from bscli.findings import Severity
from bscli.scoring.status import GREEN_FROM, HIGHEST, RED_BELOW, Status, Trend


@dataclass(frozen=True, slots=True)
class Token:
    """A word with a sign; ``ascii`` stands for the sign where the encoding lacks it."""

    word: str
    symbol: str
    ascii: str
    colour: str


STATUS_TOKENS = {
    Status.GREEN: Token("green", "●", "o", "green"),
    Status.AMBER: Token("amber", "▲", "!", "yellow"),
    Status.RED: Token("red", "■", "X", "red"),
    Status.NO_DATA: Token("no data", "○", "?", "default"),
    Status.NOT_DUE: Token("not due", "◌", ".", "default"),
    Status.NOT_APPLICABLE: Token("n/a", "–", "-", "default"),
    Status.UNSCORED: Token("no target", "◇", "~", "default"),
}

TREND_TOKENS = {
    Trend.IMPROVING: Token("improving", "↗", "+", "default"),
    Trend.STEADY: Token("steady", "→", "=", "default"),
    Trend.WORSENING: Token("worsening", "↘", "-", "default"),
    Trend.UNKNOWN: Token("unknown", " ", " ", "default"),
}

SIGNAL_TOKEN = Token("signal", "◎", "@", "default")
"""What stands out of a KPI's usual values."""

SIGNAL_LEGEND = "signal: values that chance alone hardly explains; bsc show ID draws them"

SEVERITY_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}

SYMBOLS = "".join(
    token.symbol.strip()
    for token in (*STATUS_TOKENS.values(), *TREND_TOKENS.values(), SIGNAL_TOKEN)
)
"""Every sign that an encoding must have, or else the ASCII signs stand in."""

RED_EDGE, GREEN_EDGE = f"{RED_BELOW:.2f}", f"{GREEN_FROM:.2f}"
COLOUR_RULE = f"red below {RED_EDGE}, amber below {GREEN_EDGE}, green from there"
SCALE = (
    f"Scores run from 0 to {HIGHEST:.0f}: red below {RED_BELOW:.1f}, green from {GREEN_FROM:.1f}"
)
