"""One finding for one mistake, however many there are; what is sound is read nevertheless."""

from __future__ import annotations

import pytest

from bscli.findings import Severity
from bscli.scoring.status import Status
from tests.builders import analysis_of

BROKEN = """\
bsc: 1
name: Harbour ferry (fictional)
owner: yes
vission: Every crossing on time.
frequency: fortnightly
perspectives:
  financial: {owner: cfo, weight: -2}
  customer:
  Internal: {name: Internal}
themes:
  safety: {}
objectives:
  earn-a-surplus:
    name: Earn a surplus
    perspective: financial
    weight: heavy
    kpis:
      surplus:
        name: Surplus
        unit: EUR
        aggregate: sum
        target: {2026: 1,200}
        actuals: {2026-07: 100, 2026-08: 12:30, 2026-Q3: 40}
      tickets:
        name: Tickets sold
        targets: {2026: 100}
        aggregate: total
  sail-on-time:
    nmae: Sail on time
    perspective: customer
    supports: [grow]
    drives:
      earn-a-surplus: {because: Guests return., lag: two months, strength: 3}
      earn-a-surplus: {because: Guests come back.}
      earn-a-surpluss:
    kpis:
      on-time:
        name: Departures on time
        unit: percent
        target: 95
        red: 85
        actuals: {2026-07: 96, 2026-08: 97%, 2026-09: 98}
      surplus: {name: A second surplus, target: 5}
      delay: [3, 4, 5]
  train-the-crew: {perspective: customer, kpis: {courses: {name: Courses, decimals: 9}}}
initiatives:
  new-ferry:
    name: A new ferry
    objectives: earn-a-surplus
    due: 2027-06-30
    starts: 30.6.2026
    progress: 0.4
    milestones: {keel: {name: Keel laid}}
reviews:
  Q3/2026: {held: 2026-10-14}
  2026-Q2: {actions: [{owner: ceo}], decisions: Wait}
"""

EXPECTED = [
    ("BSC003", 34),  # one effect twice
    ("BSC004", 3),  # an owner called yes
    ("BSC101", 4),  # vission
    ("BSC101", 26),  # targets
    ("BSC101", 29),  # nmae
    ("BSC101", 33),  # strength
    ("BSC101", 50),  # due
    ("BSC102", 11),  # a theme without a name
    ("BSC102", 45),  # an objective without a name
    ("BSC102", 53),  # a milestone without a day
    ("BSC102", 56),  # an action that does not say what
    ("BSC103", 16),  # a weight that is no number
    ("BSC103", 44),  # a KPI that is a list
    ("BSC103", 49),  # one objective in place of a list
    ("BSC103", 52),  # progress without its sign
    ("BSC103", 56),  # a decision in place of a list
    ("BSC104", 5),  # fortnightly
    ("BSC104", 27),  # total
    ("BSC104", 33),  # a lag in words
    ("BSC104", 45),  # nine decimals
    ("BSC104", 51),  # a day written the other way round
    ("BSC105", 9),  # Internal
    ("BSC106", 43),  # one id for two KPIs
    ("BSC107", 23),  # a quarter for a monthly KPI
    ("BSC107", 55),  # Q3/2026
    ("BSC108", 22),  # a number with a comma, in braces
    ("BSC108", 23),  # a time for a number
    ("BSC109", 7),  # a weight below zero
    ("BSC201", 31),  # an objective above without its scorecard
    ("BSC201", 35),  # earn-a-surpluss
]


def test_each_mistake_is_one_finding_at_its_line() -> None:
    findings = analysis_of(BROKEN).findings
    errors = [found for found in findings if found.severity is Severity.ERROR]
    found = sorted((finding.code, finding.location.span.line) for finding in errors)
    assert found == EXPECTED


def test_what_is_sound_beside_the_mistakes_is_scored() -> None:
    scores = {score.kpi.id: score for score in analysis_of(BROKEN).scores[0].kpis}
    on_time = scores["on-time"]
    assert on_time.reading.value == 98
    assert on_time.status is Status.GREEN
    assert on_time.score == pytest.approx(23 / 3)
    assert list(scores) == ["surplus", "tickets", "on-time", "courses"]


def test_findings_come_in_the_order_of_the_file() -> None:
    places = [
        (found.location.span.line, found.location.span.column, found.code)
        for found in analysis_of(BROKEN).findings
    ]
    assert places == sorted(places)


def test_the_second_bearer_of_an_id_is_told_with_the_place_of_the_first() -> None:
    (twice,) = [found for found in analysis_of(BROKEN).findings if found.code == "BSC106"]
    assert twice.message == '"surplus" is the id of two things; the first one is on line 18'
    (first,) = twice.related
    span, other = twice.location.span, first.location.span
    assert ((span.line, span.column), (other.line, other.column)) == ((43, 7), (18, 7))


def test_an_id_is_shared_by_objectives_kpis_and_initiatives() -> None:
    text = """\
        bsc: 1
        name: Test
        objectives:
          grow: {name: Grow, perspective: customer, kpis: {reach: {name: Reach, target: 1}}}
        initiatives:
          reach: {name: Reach, objectives: [grow]}
          grow: {name: Grow, objectives: [grow]}
        """
    twice = [found for found in analysis_of(text).findings if found.code == "BSC106"]
    places = [
        (found.location.span.line, [other.location.span.line for other in found.related])
        for found in twice
    ]
    assert places == [(6, [4]), (7, [4])]


@pytest.mark.parametrize(
    "entry",
    [
        "themes: {safety: }",
        "initiatives: {new-ferry: }",
        "perspectives: {customer: , planet: }",
        "reviews: {2026-Q1: {actions: [{owner: ceo}]}}",
        "objectives: {grow: }",
        "objectives: {o: {name: O, perspective: customer, kpis: {reach: }}}",
        "objectives: {o: {perspective: customer}}",
        "objectives: [grow]",
        "objectives: grow",
        "calendar: april",
        "scoring: ratio",
    ],
)
def test_no_mistake_in_a_part_hides_the_whole(entry: str) -> None:
    analysis = analysis_of(f"bsc: 1\nname: Test\nowner: ceo\n{entry}\n")
    assert Severity.ERROR in {finding.severity for finding in analysis.findings}
    assert [card.owner for card in analysis.project.scorecards] == ["ceo"]
