"""Which rules a user means by codes, prefixes and names."""

from __future__ import annotations

from collections.abc import Iterable

from bscli.errors import NotFoundError
from bscli.model.suggestions import did_you_mean
from bscli.rules.registry import RULES


def rule_words(words: Iterable[str]) -> tuple[str, ...]:
    """The words, split at commas; raises NotFoundError for one that names no rule."""
    found = tuple(part.strip() for word in words for part in word.split(",") if part.strip())
    for word in found:
        if not any(rule.code.startswith(word.upper()) or rule.name == word for rule in RULES):
            names = [name for rule in RULES for name in (rule.code, rule.name)]
            hint = did_you_mean(word, names) or "bsc rules lists them"
            raise NotFoundError(f'no rule is called "{word[:80]}"', hint)
    return found
