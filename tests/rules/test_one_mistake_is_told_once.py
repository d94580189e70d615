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
    owner: member-lead
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


MISTAKES = {
    "targets-for-target": ([("target: {2026: 88, 2027: 90}", "targets: {2026: 88}")], ["BSC101"]),
    "no-number": ([("target: {2026: 88, 2027: 90}", "target: {2026: 1e999}")], ["BSC108"]),
    "one-number-of-two": ([("{2026: 88, 2027: 90}", "{2025: 88, 2026: high}")], ["BSC103"]),
    "direction-for-better": (
        [("        better: lower\n", "        direction: lower\n")],
        ["BSC101"],
    ),
    "better-less": ([("        better: lower\n", "        better: less\n")], ["BSC104"]),
    "red-in-words": ([("red: {2026: 80}", "red: five")], ["BSC103"]),
    "red-misspelled": ([("red: {2026: 80}", "redd: 80")], ["BSC101"]),
    "baselines-under-progress": ([("baseline: {2025: 40}", "baselines: {2025: 40}")], ["BSC101"]),
    "basis-misspelled": (
        [("scoring: {by: progress}", "scoring: {by: progres, red: 75%}")],
        ["BSC104"],
    ),
    "basis-above-misspelled": (
        [("scoring: {by: value}", "scoring: {by: rato, red: 90%}"), ("red: {2026: 80}", "best: 9")],
        ["BSC104"],
    ),
    "scoring-above-misspelled": (
        [("scoring: {by: value}", "scorng: {by: ratio}"), ("        red: {2026: 80}\n", "")],
        ["BSC101"],
    ),
    "scoring-of-objective-misspelled": (
        [
            ("    owner: member-lead\n    kpis", "    scorng: {by: ratio}\n    kpis"),
            ("        red: {2026: 80}\n", ""),
        ],
        ["BSC101"],
    ),
    "measures-for-kpis": ([("    kpis:\n      licensed", "    measures:\n      licensed")], ["BSC101"]),
    "type-misspelled": ([("type: leading", "type: leadin")], ["BSC104"]),
    "guard-misspelled": ([("guarded_by: [staying]", "gaurded_by: [staying]")], ["BSC101"]),
    "owner-of-all-misspelled": ([("owner: chair", "onwer: chair")], ["BSC101"]),
    "owner-of-objective-misspelled": (
        [
            ("owner: chair\n", ""),
            ("    perspective: customer\n    owner: member-lead", "    perspective: customer\n"
             "    onwer: member-lead"),
            ("  customer: {owner: member-lead}", "  customer: {}"),
            ("  learning: {owner: head-coach}", "  learning: {}"),
            ("perspective: learning\n", "perspective: learning\n    owner: registrar\n"),
        ],
        ["BSC411", "BSC101"],
    ),
    "owner-of-perspective-misspelled": ([("{owner: head-coach}", "{onwer: head-coach}")], ["BSC101"]),
    "owner-of-initiative-misspelled": (
        [("[train-coaches], owner: registrar", "[train-coaches], onwer: registrar")],
        ["BSC101"],
    ),
    "objective-for-objectives": (
        [("objectives: [train-coaches], owner", "objective: train-coaches, owner")],
        ["BSC101"],
    ),
    "drives-is-a-text": (
        [("    drives:\n      keep-members: {because: Members stay with a good coach., "
          "lag: 2 quarters}\n", "    drives: keep-members\n")],
        ["BSC103"],
    ),
    "because-misspelled": ([("{because: Members", "{becuase: Members")], ["BSC101"]),
    "lag-misspelled": ([("lag: 2 quarters", "lagg: 2 quarters")], ["BSC101"]),
    "lag-in-words": ([("lag: 2 quarters", "lag: two quarters")], ["BSC104"]),
    "perspectives-misspelled": (
        [("\nperspectives:\n", "\nperspectivs:\n")],
        ["BSC101"],
    ),
    "objectives-under-another-name": ([("\nobjectives:\n", "\ngoals:\n")], ["BSC101"]),
    "objective-with-a-wrong-id": ([("  keep-members:\n", "  Keep_Members:\n")], ["BSC105"]),
    "kpi-with-a-wrong-id": ([("      staying:\n", "      Staying:\n")], ["BSC105"]),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "codes"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_of_reading_is_told_once(
    changes: list[tuple[str, str]], codes: list[str]
) -> None:
    assert codes_of(broken(*changes)) == codes


def test_kpis_in_a_list_are_told_once() -> None:
    start, end = SOUND.index("    kpis:\n      staying"), SOUND.index("  train-coaches:\n")
    text = SOUND[:start] + "    kpis: [staying]\n" + SOUND[end:]
    assert codes_of(text) == ["BSC103"]
