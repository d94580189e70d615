"""A rule's page: what it finds, why that matters, and a file before and after."""

from __future__ import annotations

from bscli.findings import Severity
from bscli.rules.rule import Rule

_SAYS = {
    Severity.ERROR: "an error: the check fails",
    Severity.WARNING: "a warning",
    Severity.INFO: "a hint",
}


def as_markdown(rule: Rule) -> str:
    """The page under ``docs/rules/``."""
    return (
        f"# {rule.code} {rule.name}\n\n"
        f"Finds {rule.finds}.\n\n"
        f"This is {_SAYS[rule.severity]}.{_today(rule)}\n\n"
        f"## Why\n\n{rule.reason}\n\n"
        f"## Before\n\n```yaml\n{_shown(rule.bad)}```\n\n"
        f"## After\n\n```yaml\n{_shown(rule.good)}```\n"
        + "".join(
            f"\n## Beside it: {name}\n\n```text\n{_shown(text)}```\n"
            for name, text in rule.beside.items()
        )
    )


def as_text(rule: Rule) -> str:
    """The page for a terminal."""
    return (
        f"{rule.code} {rule.name} ({rule.severity})\n\n"
        f"Finds {rule.finds}.{_today(rule)}\n\n"
        f"Why: {rule.reason}\n\n"
        f"Before:\n\n{_indented(_shown(rule.bad))}\nAfter:\n\n{_indented(_shown(rule.good))}"
        + "".join(
            f"\nBeside it, {name}:\n\n{_indented(_shown(text))}"
            for name, text in rule.beside.items()
        )
    )


def index_as_markdown(rules: tuple[Rule, ...]) -> str:
    """The list of all rules under ``docs/rules/``."""
    rows = [
        f"| [{rule.code}]({rule.code.lower()}.md) | {rule.name} | {rule.severity} | {rule.finds} |"
        for rule in rules
    ]
    head = ["# Rules", "", "| code | name | severity | finds |", "| --- | --- | --- | --- |"]
    return "\n".join([*head, *rows]) + "\n"


def index_as_text(rules: tuple[Rule, ...]) -> str:
    """The list of all rules for a terminal: one line each."""
    width = max(len(rule.name) for rule in rules)
    return "".join(
        f"{rule.code}  {rule.severity:7}  {rule.name:{width}}  {rule.finds}\n" for rule in rules
    )


def _today(rule: Rule) -> str:
    return " What it finds depends on the as-of day." if rule.needs_today else ""


def _shown(snippet: str) -> str:
    """A snippet in which what cannot be seen is spelled out."""
    from bscli.views.text import visible

    return visible(snippet)


def _indented(snippet: str) -> str:
    return "".join(f"    {line}".rstrip() + "\n" for line in snippet.splitlines())
