"""What is being done, as Markdown: initiatives and the last review."""

from __future__ import annotations

from collections.abc import Iterator

from bscli.renderers.report_markdown.blocks import (
    described,
    fact,
    list_of,
    notes_of,
    sign,
    text_of,
)
from bscli.views.report.initiatives import InitiativeLine, Initiatives
from bscli.views.report.reviews import ActionLine, ReviewMinutes


def initiatives(view: Initiatives) -> Iterator[str]:
    """Every initiative with its milestones, and their money together."""
    yield "## Initiatives"
    for line in view.lines:
        yield f"### {text_of(line.row.name)}"
        yield _initiative(line)
    money = (("budget", view.budget), ("spent", view.spent))
    together = ", ".join(f"{word} {amount}" for word, amount in money if amount)
    if together:
        yield f"Together: {together}"


def _initiative(line: InitiativeLine) -> str:
    row = line.row
    facts = (row.status.value, row.dates, row.pace, row.money, line.late)
    return list_of(
        [
            f"Standing: {', '.join(fact for fact in facts if fact)}",
            *fact("Owner", row.owner),
            *fact("Moves", "; ".join(moved.name for moved in line.moves)),
            *described(line.description, line.see),
            *(f"{sign(each.look)} {text_of(each.text)}" for each in row.milestones),
            *notes_of(line.notes),
        ]
    )


def review(view: ReviewMinutes) -> Iterator[str]:
    """The minutes: what was said, decided and promised."""
    yield f"## Last review: {view.of}"
    said = [*fact("Held", view.held), *fact("With", view.attended), *fact("Said", view.summary)]
    if said:
        yield list_of(said)
    if view.decisions:
        yield "### Decisions"
        yield list_of(f"Decided: {text_of(decision)}" for decision in view.decisions)
    if view.actions:
        yield "### Actions"
        yield view.standing
        yield list_of(map(_action, view.actions))


def _action(action: ActionLine) -> str:
    owner = f" ({text_of(action.owner)})" if action.owner else ""
    return f"{action.timing}: {text_of(action.what)}{owner}"
