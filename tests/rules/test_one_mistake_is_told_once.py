"""What loading has told of a file is not told again by a rule that misses what was misread."""

from __future__ import annotations

import pytest

from tests.builders import codes_of

SOUND = """\
bsc: 1
name: Swimming club (fictional)
parent: sports-union
owner: chair
scoring: {by: value}
perspectives:
  customer: {owner: member-lead}
  learning: {owner: head-coach}
objectives:
  keep-members:
    name: Keep members
    perspective: customer
    owner: keeper
    kpis:
      staying:
        name: Members who stay
        unit: percent
        better: higher
        target: {2026: 88, 2027: 90}
        red: {2026: 80}
        actuals: {2026-08: 84, 2026-09: 85}
      days-to-answer:
        name: Days to an answer
        unit: days
        better: lower
        target: {2026: 3, 2027: 2}
        red: {2026: 5}
        guarded_by: [staying]
  train-coaches:
    name: Train coaches
    perspective: learning
    drives:
      keep-members: {because: Members stay with a good coach., lag: 2 quarters}
    kpis:
      licensed:
        name: Coaches with a licence
        type: leading
        unit: percent
        owner: registrar
        scoring: {by: progress}
        baseline: {2025: 40}
        target: {2026: 60, 2027: 75}
initiatives:
  evening-course: {name: An evening course, objectives: [train-coaches], owner: registrar}
"""


def broken(*changes: tuple[str, str]) -> str:
    text = SOUND
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def test_nothing_is_wrong_with_the_sound_one() -> None:
    assert codes_of(SOUND) == []


DRIVES, KPIS_OF_TRAIN_COACHES = (
    SOUND[SOUND.index(start) + 4 : SOUND.index(end)]
    for start, end in (
        ("    drives:\n", "    kpis:\n      licensed"),
        ("    kpis:\n      licensed", "initiatives:"),
    )
)
WITHOUT_OTHER_OWNERS = [
    ("{owner: member-lead}", "{}"),
    ("{owner: head-coach}", "{}"),
    ("    owner: keeper\n", ""),
    ("        owner: registrar\n", ""),
]

MISTAKES = {
    "targets-for-target": ("BSC101", [("target: {2026: 88, 2027: 90}", "targets: {2026: 88}")]),
    "no-number": ("BSC108", [("target: {2026: 88, 2027: 90}", "target: {2026: 1e999}")]),
    "one-number-of-two": ("BSC103", [("{2026: 88, 2027: 90}", "{2025: 88, 2026: high}")]),
    "direction-for-better": ("BSC101", [("better: lower", "direction: lower")]),
    "better-less": ("BSC104", [("better: lower", "better: less")]),
    "red-in-words": ("BSC103", [("red: {2026: 80}", "red: five")]),
    "red-misspelled": ("BSC101", [("red: {2026: 80}", "redd: 80")]),
    "baselines-under-progress": ("BSC101", [("baseline: {2025: 40}", "baselines: {2025: 40}")]),
    "basis": ("BSC104", [("scoring: {by: progress}", "scoring: {by: progres, red: 75%}")]),
    "basis-above": (
        "BSC104",
        [("scoring: {by: value}", "scoring: {by: rato, red: 90%}"), ("red: {2026: 80}", "best: 9")],
    ),
    "scoring-above": (
        "BSC101",
        [("scoring: {by: value}", "scorng: {by: ratio}"), ("        red: {2026: 80}\n", "")],
    ),
    "scoring-of-objective": (
        "BSC101",
        [("owner: keeper", "scorng: {by: ratio}"), ("        red: {2026: 80}\n", "")],
    ),
    "measures-for-kpis": ("BSC101", [("kpis:\n      licensed", "measures:\n      licensed")]),
    "kpis-in-a-list": ("BSC103", [(KPIS_OF_TRAIN_COACHES, "kpis: [licensed]\n")]),
    "type": ("BSC104", [("type: leading", "type: leadin")]),
    "guard": ("BSC101", [("guarded_by: [staying]", "gaurded_by: [staying]")]),
    "owner-of-all": ("BSC101", [("owner: chair", "onwer: chair")]),
    "only-owner": ("BSC101", [("owner: chair", "onwer: chair"), *WITHOUT_OTHER_OWNERS]),
    "only-owner-in-another-word": (
        "BSC101",
        [("owner: chair", "boss: chair"), *WITHOUT_OTHER_OWNERS],
    ),
    "owner-of-perspective": ("BSC101", [("owner: head-coach", "onwer: head-coach")]),
    "owner-of-initiative": ("BSC101", [("owner: registrar}", "onwer: registrar}")]),
    "objective-for-objectives": (
        "BSC101",
        [("objectives: [train-coaches]", "objective: train-coaches")],
    ),
    "drives-is-a-text": ("BSC103", [(DRIVES, "drives: keep-members\n")]),
    "because": ("BSC101", [("because: Members", "becuase: Members")]),
    "lag": ("BSC101", [("lag: 2 quarters", "lagg: 2 quarters")]),
    "lag-in-words": ("BSC104", [("lag: 2 quarters", "lag: two quarters")]),
    "perspectives": ("BSC101", [("\nperspectives:\n", "\nperspectivs:\n")]),
    "goals-for-objectives": ("BSC101", [("\nobjectives:\n", "\ngoals:\n")]),
    "id-of-objective": ("BSC105", [("  keep-members:\n", "  Keep_Members:\n")]),
    "id-of-kpi": ("BSC105", [("      staying:\n", "      Staying:\n")]),
    "unknown-id": ("BSC201", [("      keep-members: {", "      keep-membrs: {")]),
}


@pytest.mark.parametrize(("code", "changes"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_once(code: str, changes: list[tuple[str, str]]) -> None:
    assert codes_of(broken(*changes)) == [code]


def test_a_red_line_on_the_wrong_side_is_told_once_the_direction_can_be_read() -> None:
    assert codes_of(broken(("        better: lower\n", ""))) == ["BSC307"]


def test_nobody_owning_anything_is_told() -> None:
    assert codes_of(broken(("owner: chair\n", ""), *WITHOUT_OTHER_OWNERS)) == ["BSC401"]
