"""Scorecards of any size with links at random, the same ones for the same number."""

from __future__ import annotations

import re
from random import Random

LANES = ("financial", "customer", "internal", "learning")
WORDS = tuple(
    re.findall(
        r"\w+",
        "Deliver every order on time grow repeat business lower the cost of a mile raise routing "
        "skill keep experienced drivers safe share data in sight fill trucks trust margin fleet",
    )
)
STYLES = ("lag: 1 quarter", "lag: 1 quarter", "lag: 1 quarter", "effect: negative", "kind: logical")


def random_scorecard(seed: int, objectives: int = 40) -> str:
    """A sound scorecard: links lead upward or, within a lane, to an earlier objective."""
    random = Random(seed)
    lane_of = [place if place < len(LANES) else random.randrange(4) for place in range(objectives)]
    lines = ["bsc: 1", f"name: Random scorecard {seed} (fictional)", "owner: ceo", "objectives:"]
    for number, lane in enumerate(lane_of):
        name = " ".join(random.sample(WORDS, random.randint(3, 9))).capitalize()
        lines += [f"  o{number}:", f"    name: {name}", f"    perspective: {LANES[lane]}"]
        lines += _links(random, number, lane_of)
    return "\n".join(lines) + "\n"


def _links(random: Random, number: int, lane_of: list[int]) -> list[str]:
    own = lane_of[number]
    effects = [
        other
        for other, lane in enumerate(lane_of)
        if lane < own or (lane == own and other < number)
    ]
    near = [other for other in effects if lane_of[other] == own - 1]
    drawn = {
        random.choice(near if near and random.random() < 0.7 else effects)
        for _ in range(random.choice((1, 1, 2, 2, 3)))
        if effects
    }
    links = [
        f"      o{end}: {{because: It does, {random.choice(STYLES)}}}" for end in sorted(drawn)
    ]
    causes = [other for other, lane in enumerate(lane_of) if lane > own]
    if own == 0 and causes and random.random() < 0.3:
        links.append(f"      o{random.choice(causes)}: {{because: It pays, kind: feedback}}")
    return ["    drives:", *links] if links else []
