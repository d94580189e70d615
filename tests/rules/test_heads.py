"""Where all of a kind lack something, one finding at the head says so; where nothing can, none."""

from __future__ import annotations

import pytest

from tests.builders import findings_of

HEAD = "bsc: 1\nname: Test (fictional)\nparent: whole\n"


def told(code: str, text: str) -> list[tuple[int, str]]:
    """The line and label of each finding of a rule."""
    found = [finding for finding in findings_of(HEAD + text) if finding.code == code]
    return [(finding.location.span.line, finding.label) for finding in found]


def objectives(*details: str, settings: str = "") -> str:
    """Objectives ``a``, ``b`` ... of the internal perspective, from line 6 on."""
    lines = [
        f"  {id}: {{name: {id.upper()}, perspective: internal, {detail}}}\n"
        for id, detail in zip("abcdefgh", details, strict=False)
    ]
    return f"{settings or 'owner: me'}\nobjectives:\n" + "".join(lines)


def kpis(*details: str, settings: str = "") -> str:
    """Objectives with one KPI each."""
    given = [f"kpis: {{k{place}: {{name: K, {each}}}}}" for place, each in enumerate(details)]
    return objectives(*given, settings=settings)


LINKED = ("drives: {b: {because: So., lag: 1 month}}", "weight: 1")


def test_303_no_kpi_at_all() -> None:
    assert told("BSC303", objectives("weight: 1", "weight: 1")) == [(1, "no KPI")]
    some = objectives("weight: 1", "kpis: {k: {name: K}}", "weight: 1")
    assert told("BSC303", some) == [(6, "no KPI"), (8, "no KPI")]
    assert told("BSC303", "owner: me\n") == []


def test_203_no_link_at_all() -> None:
    assert told("BSC203", objectives("weight: 1", "weight: 1")) == [(1, "no causes and effects")]
    assert told("BSC203", objectives("weight: 1")) == []
    assert told("BSC203", objectives(*LINKED, "weight: 1")) == [(8, "neither cause nor effect")]
    broken = objectives("drives: {zz: {because: So.}}", "weight: 1")
    assert told("BSC203", broken) == []


def test_204_nothing_at_the_top() -> None:
    assert told("BSC204", objectives(*LINKED)) == [(5, "nothing at the top")]
    assert told("BSC204", objectives("weight: 1", "weight: 1")) == []
    assert told("BSC204", objectives(*LINKED, settings="perspectives: [internal]")) == []
    declared = objectives(*LINKED, settings="perspectives: [financial, internal]")
    assert told("BSC204", declared) == []


TOP = "  z: {name: Z, perspective: financial}\n"


def test_204_only_what_something_leads_to_ends_a_chain() -> None:
    assert told("BSC204", objectives(*LINKED) + TOP) == [(7, "drives nothing onward")]
    assert told("BSC204", objectives(*LINKED, "weight: 1") + TOP) == [(7, "drives nothing onward")]
    back = objectives("drives: {b: {because: So., kind: feedback}}", "weight: 1") + TOP
    assert told("BSC204", back) == []


@pytest.mark.parametrize(
    ("code", "detail", "label", "head"),
    [
        ("BSC208", "lag: 1 month", "does not say why", "no link says why"),
        ("BSC209", "because: So.", "no lag", "no link has a lag"),
    ],
)
def test_208_209_no_link_says_it(code: str, detail: str, label: str, head: str) -> None:
    def fan(size: int, last: str) -> str:
        links = [f"drives: {{a: {{{detail}}}}}"] * (size - 1) + [f"drives: {{a: {{{last}}}}}"]
        return objectives("weight: 1", *links)

    assert told(code, fan(4, detail)) == [(5, head)]
    assert told(code, fan(3, detail)) == [(7, label), (8, label), (9, label)]
    assert told(code, fan(4, "because: So., lag: 1 month")) == [(7, label), (8, label), (9, label)]
    assert told(code, objectives("weight: 1")) == []


RED, DATED = "target: 5, red: 4", "target: {2026: 5}"


@pytest.mark.parametrize(
    ("code", "lacking", "sound", "label", "head"),
    [
        ("BSC306", "target: 5", RED, "no red line", "no KPI has a red line"),
        ("BSC310", "target: 5", DATED, "no date", "no target has a date"),
        (
            "BSC309",
            "unit: days, better: lower",
            "unit: days, better: lower, guarded_by: [k0]",
            "nothing guards it",
            "no KPI is guarded",
        ),
    ],
)
def test_306_309_310_no_kpi_has_it(
    code: str, lacking: str, sound: str, label: str, head: str
) -> None:
    single = [(6, label), (7, label), (8, label)]
    assert told(code, kpis(*[lacking] * 4)) == [(1, head)]
    assert told(code, kpis(*[lacking] * 3)) == single
    assert told(code, kpis(*[lacking] * 3, sound)) == single
    assert told(code, kpis(*[lacking] * 3, f"{lacking}, weight: 0")) == single
    assert told(code, kpis(sound)) == []
    assert told(code, kpis(*[f"{lacking}, weight: 0"] * 4)) == []
    assert told(code, kpis("unit: yes/no, better: lower")) == []


@pytest.mark.parametrize("settings", ["scoring: {by: ratio}", "scoring: {by: progress}"])
def test_306_is_silent_for_shares(settings: str) -> None:
    assert told("BSC306", kpis("target: 5, baseline: 2", settings=settings)) == []


def test_308_no_leading_kpi() -> None:
    assert told("BSC308", kpis("target: 5", "target: 5")) == [(1, "no leading KPI")]
    assert told("BSC308", kpis("type: leading", "target: 5")) == []
    assert told("BSC308", objectives("weight: 1")) == []


def test_401_no_owner_at_all() -> None:
    alone = "language: en"
    assert told("BSC401", objectives("weight: 1", settings=alone)) == [(1, "no owner")]
    some = objectives("owner: me", "weight: 1", settings=alone)
    assert told("BSC401", some) == [(7, "no owner")]
    assert told("BSC401", objectives("weight: 1")) == []
    lane = objectives("weight: 1", settings="perspectives: {internal: {owner: me}}")
    assert told("BSC401", lane) == []
    assert told("BSC401", "language: en\n") == []


def test_404_no_initiative_with_an_owner() -> None:
    def initiatives(*owners: str) -> str:
        rows = [
            f"  i{place}: {{name: I, objectives: [a]{owner}}}\n"
            for place, owner in enumerate(owners)
        ]
        return objectives("weight: 1") + "initiatives:\n" + "".join(rows)

    assert told("BSC404", initiatives("", "", "", "")) == [(1, "no initiative has an owner")]
    assert told("BSC404", initiatives("", "")) == [(8, "no owner"), (9, "no owner")]
    assert told("BSC404", initiatives("", ", owner: me")) == [(8, "no owner")]
    assert told("BSC404", initiatives(", owner: me")) == []


def test_411_no_perspective_with_an_owner() -> None:
    lanes = "perspectives: {{customer: {}, internal: {}}}"
    head = [(1, "no perspective has an owner")]
    assert told("BSC411", objectives("owner: me", settings=lanes.format("{}", "{}"))) == head
    assert told("BSC411", objectives("weight: 1")) == head
    one = objectives("weight: 1", settings=lanes.format("{owner: me}", "{}"))
    assert told("BSC411", one) == [(4, "no owner of its own")]
    assert told("BSC411", objectives("weight: 1", settings="language: en")) == []
    both = objectives("weight: 1", settings=lanes.format("{owner: me}", "{owner: me}"))
    assert told("BSC411", both) == []
