"""Rules as plain data."""

from __future__ import annotations

from typing import Any

from bscli.rules.rule import Rule

VERSION = 1


def rules_data(rules: tuple[Rule, ...]) -> dict[str, Any]:
    """Each rule's identity, reason and example."""
    return {
        "version": VERSION,
        "rules": [
            {
                "code": rule.code,
                "name": rule.name,
                "severity": rule.severity.value,
                "finds": rule.finds,
                "reason": rule.reason,
                "bad": rule.bad,
                "good": rule.good,
                "beside": dict(rule.beside),
            }
            for rule in rules
        ],
    }
