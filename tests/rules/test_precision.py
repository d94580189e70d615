"""What rules find and what they leave alone, where the difference is small."""

from __future__ import annotations

import pytest

from bscli.rules.registry import RULES
from tests.builders import findings_of, kpi_scorecard


def messages(code: str, text: str) -> list[str]:
    return [finding.message for finding in findings_of(text) if finding.code == code]


def labels(code: str, text: str) -> list[str]:
    return [finding.label for finding in findings_of(text) if finding.code == code]


def test_every_rule_has_a_short_label() -> None:
    def is_short(label: str) -> bool:
        return 2 <= len(label.split()) <= 6 and label[0].islower() and not label.endswith(".")

    assert [rule.label for rule in RULES if not is_short(rule.label)] == []


@pytest.mark.parametrize(
    ("reference", "label"),
    [
        ("  a: {name: A, perspective: customer, drives: [zz]}", "no objective has this id"),
        ("  a: {name: A, perspective: custom}", "no perspective has this id"),
        ("  a: {name: A, perspective: customer, themes: [zz]}", "no theme has this id"),
        (
            "  a: {name: A, perspective: customer, kpis: {k: {name: K, guarded_by: [zz]}}}",
            "no KPI has this id",
        ),
        ("  a: {name: A, perspective: customer, supports: [b]}", "stands in this scorecard"),
        ("  a: {name: A, perspective: customer, supports: [zz]}", "names no scorecard"),
        ("  a: {name: A, perspective: customer, supports: [x.zz]}", "no scorecard has this id"),
        ("  a: {name: A, perspective: customer, supports: [me.zz]}", "no objective has this id"),
        ("initiatives: {i: {name: I, objectives: [zz]}}", "no objective has this id"),
        ("moved: {old: zz}", "nothing has this id"),
    ],
)
def test_201_the_label_says_what_is_missing(reference: str, label: str) -> None:
    head = "bsc: 1\nid: me\nname: Test\nobjectives:\n  b: {name: B, perspective: customer}\n"
    assert labels("BSC201", f"{head}{reference}\n") == [label]


@pytest.mark.parametrize(
    ("kpi", "label"),
    [
        ("target: 5, red: 6", "better than the target"),
        ("target: 5, red: 4, worst: 4.5", "better than where red ends"),
        ("target: 5, red: 4, best: 4.5", "worse than the target"),
        ("target: 5, baseline: 6, scoring: {by: progress}", "no worse than the target"),
        (
            "better: within, target: {from: 4, to: 6}, red: {from: 5, to: 7}",
            "does not hold all of the target",
        ),
        ("target: 5, scoring: {by: ratio, red: 100%}", "no room between red and green"),
    ],
)
def test_307_the_label_says_how_an_edge_is_out_of_order(kpi: str, label: str) -> None:
    assert labels("BSC307", kpi_scorecard(kpi)) == [label]


@pytest.mark.parametrize(
    ("kpi", "kind"),
    [
        ("name: From order to door, unit: hours, better: lower", "speed"),
        ("name: To hire, unit: working days, better: lower", "speed"),
        ("name: Handling, unit: minutes per call, better: lower", "speed"),
        ("name: Lead time, better: lower", "speed"),
        ("name: Cycle-time of a part, better: lower", "speed"),
        ("name: Minutes per call, better: lower", "speed"),
        ("name: WAITING at the counter, better: lower", "speed"),
        ("name: Output per shift", "volume"),
        ("name: Calls handled", "volume"),
        ("name: Tickets closed", "volume"),
        ("name: Number of home visits", "volume"),
        ("name: Throughput, unit: tonnes", "volume"),
        ("name: Fuel, unit: USD, better: lower", "cost"),
        ("name: Fuel, unit: €/mile, better: lower", "cost"),
        ("name: Overheads, unit: percent, better: lower", "cost"),
        ("name: Cost of a visit, better: lower", "cost"),
    ],
)
def test_309_finds_speed_volume_and_cost(kpi: str, kind: str) -> None:
    text = kpi_scorecard(kpi).replace("name: K, ", "")
    assert [message.split(",")[0] for message in messages("BSC309", text)] == [
        f'"k" measures {kind}'
    ]
    assert messages("BSC309", text.replace("name: Test", "name: Test\nlanguage: en-GB"))
    assert messages("BSC309", text.replace("name: Test", "name: Test\nlanguage: de")) == []


@pytest.mark.parametrize(
    "kpi",
    [
        "name: Revenue, unit: USD",
        "name: Sales volume, unit: EUR",
        "name: Net promoter score",
        "name: Number of satisfied guests",
        "name: Number of days without an accident",
        "name: Calls handled in a minute, unit: percent",
        "name: Share of calls handled at once",
        "name: Loaves left over, better: lower",
        "name: Orders not on time, better: lower",
        "name: Late deliveries, unit: percent, better: lower",
        "name: Sick days, unit: days, better: lower",
        "name: Lost-time injuries, better: lower",
        "name: Complaints about waiting, better: lower",
        "name: Defects per hundred hours, better: lower",
        "name: Accidents, unit: for each million hours, better: lower",
        "name: People waiting, unit: people, better: lower",
        "name: Cost of poor quality, unit: USD, better: lower",
        "name: Timely answers",
        "name: Minutes per call, better: lower, weight: 0",
        "name: Room temperature, better: within",
        "name: Answered within days, unit: yes/no, better: lower",
    ],
)
def test_309_leaves_other_measures_alone(kpi: str) -> None:
    assert messages("BSC309", kpi_scorecard(kpi).replace("name: K, ", "")) == []


TO_DATE = "target: {2026-09: 90, 2026-12: 120, 2027-01: 11, 2027-02: 21}"


@pytest.mark.parametrize(
    ("kpi", "is_found"),
    [
        ("target: {2026: 90, 2027: 95}, actuals: {2026-09: 99}", True),
        ("target: {2026: 90, 2027: 95}, actuals: {2026-09: 94}", False),
        ("target: {2026: 90, 2027: 85}, actuals: {2026-09: 99}", False),
        (f"{TO_DATE}, actuals: {{2026-09: 130}}", False),
        ("target: {2026-12: 120, 2027-01: 11}, actuals: {2026-12: 125}", False),
        ("better: lower, target: {2026: 9, 2027: 8}, actuals: {2026-09: 7}", True),
        ("better: lower, target: {2026: 9, 2027: 10}, actuals: {2026-09: 7}", False),
        ("target: {2027: 85}, actuals: {2026-09: 99}", True),
    ],
)
def test_311_is_silent_where_targets_start_anew(kpi: str, is_found: bool) -> None:
    assert labels("BSC311", kpi_scorecard(kpi)) == ["beaten already"] * is_found


def test_304_does_not_count_context() -> None:
    def with_kpis(last: str) -> str:
        four = ", ".join(f"k{place}: {{name: K{last * (place == 3)}}}" for place in range(4))
        return kpi_scorecard("weight: 1").replace("k: {name: K, weight: 1}", four)

    assert labels("BSC304", with_kpis("")) == ["too many KPIs"]
    assert labels("BSC304", with_kpis(", weight: 0")) == []


@pytest.mark.parametrize(
    ("status", "is_found"),
    [("active", False), ("planned", False), ("paused", False), ("done", True), ("cancelled", True)],
)
def test_412_an_initiative_that_is_over_is_no_lever(status: str, is_found: bool) -> None:
    text = kpi_scorecard("owner: clerk") + (
        f"initiatives: {{i: {{name: I, objectives: [o], owner: clerk, status: {status}}}}}\n"
    )
    assert labels("BSC412", text) == ["cannot move it"] * is_found


MEANINGLESS = "means nothing here"


@pytest.mark.parametrize(
    ("settings", "kpi", "count"),
    [
        ("scoring: {red: 80%, green: 100%}", "target: 5", 2),
        ("scoring: {by: value, red: 80%}", "target: 5", 1),
        ("scoring: {by: value, red: 80%}", "target: 5, scoring: {by: ratio}", 1),
        ("scoring: {by: ratio, red: 80%}", "target: 5", 0),
        ("scoring: {by: ratio}", "target: 5, scoring: {red: 80%}", 0),
        ("scoring: {by: ratio}", "target: 5, scoring: {by: value, red: 80%}", 1),
        ("", "target: 5, scoring: {green: 90%}", 1),
    ],
)
def test_104_shares_mean_nothing_where_the_value_is_scored(
    settings: str, kpi: str, count: int
) -> None:
    assert labels("BSC104", kpi_scorecard(kpi, settings)) == [MEANINGLESS] * count


def test_104_shares_of_an_objective() -> None:
    text = kpi_scorecard("target: 5").replace("kpis:", "scoring: {red: 80%}, kpis:")
    assert labels("BSC104", text) == [MEANINGLESS]
    assert labels("BSC104", text.replace("{red", "{by: ratio, red")) == []


def lanes(*links: tuple[str, str]) -> str:
    """Objectives named by perspective and number, such as ``l1``, with explained links."""
    perspectives = {"f": "financial", "c": "customer", "i": "internal", "l": "learning"}
    drives: dict[str, list[str]] = {}
    for cause, effect in links:
        drives.setdefault(cause, []).append(f"{effect}: {{because: So., lag: 1 month}}")
        drives.setdefault(effect, [])
    rows = [
        f"  {id}: {{name: {id}, perspective: {perspectives[id[0]]}, drives: {{{', '.join(each)}}}}}"
        for id, each in drives.items()
    ]
    return "\n".join(["bsc: 1", "name: Test", "parent: whole", "objectives:", *rows, ""])


def test_205_a_top_objective_is_driven_through_others_of_the_top() -> None:
    assert messages("BSC205", lanes(("c1", "f1"), ("f1", "f2"))) == []
    assert messages("BSC205", lanes(("c1", "f1"), ("f2", "f1"))) == [
        'nothing below the top perspective "financial" drives "f2"'
    ]


def test_206_a_link_down_in_a_circle_is_told_as_the_circle() -> None:
    assert len(messages("BSC206", lanes(("f1", "c1"), ("c1", "c2")))) == 1
    assert messages("BSC206", lanes(("f1", "c1"), ("c1", "f1"))) == []
    elsewhere = lanes(("f1", "c1"), ("i1", "i2"), ("i2", "i1"))
    assert len(messages("BSC206", elsewhere)) == 1


def test_207_a_jump_is_told_unless_a_chain_goes_step_by_step() -> None:
    assert messages("BSC207", lanes(("l1", "f1"))) == [
        '"l1" drives "f1" over the head of "customer" and "internal"'
    ]
    assert messages("BSC207", lanes(("l1", "f1"), ("l1", "i1"), ("i1", "f1"))) == [
        '"i1" drives "f1" over the head of "customer"'
    ]
    stepwise = lanes(("l1", "f1"), ("l1", "i1"), ("i1", "c1"), ("c1", "f1"))
    assert messages("BSC207", stepwise) == []
    assert messages("BSC207", lanes(("l1", "c1"), ("c1", "l1"))) == []
