"""The list of all rules, by code."""

from __future__ import annotations

from collections.abc import Iterable

from bscli.errors import NotFoundError
from bscli.model.suggestions import did_you_mean
from bscli.rules.catalogue import (
    ambiguous_scalar,
    bad_number,
    bad_weight,
    chain_stops_short,
    cycle,
    dates_out_of_order,
    division_by_zero,
    duplicate_actual,
    duplicate_id,
    duplicate_key,
    edges_out_of_order,
    empty_perspective,
    formula_error,
    future_actual,
    gap,
    initiative_without_objective,
    initiative_without_owner,
    invalid_id,
    invalid_period,
    invalid_value,
    kpi_without_target,
    link_runs_down,
    link_without_lag,
    missing_key,
    no_red_line,
    not_a_number,
    not_utf8,
    objective_without_kpi,
    objective_without_owner,
    only_lagging,
    orphan_objective,
    overloaded_owner,
    owner_without_lever,
    perspective_without_owner,
    ratio_needs_positive_target,
    self_link,
    skipped_perspective,
    stale_kpi,
    still_the_template,
    suspicious_jump,
    tangled_map,
    target_already_beaten,
    target_carried_forward,
    too_few_objectives,
    too_many_kpis,
    too_many_objectives,
    unbalanced,
    undated_target,
    undriven_outcome,
    unexplained_link,
    unguarded_kpi,
    unknown_key,
    unknown_kpi_in_data,
    unknown_reference,
    unsafe_path,
    unsafe_yaml,
    unsupported_version,
    wrong_type,
    yaml_syntax,
)
from bscli.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    yaml_syntax.RULE,
    not_utf8.RULE,
    duplicate_key.RULE,
    ambiguous_scalar.RULE,
    unsafe_yaml.RULE,
    unsupported_version.RULE,
    unknown_key.RULE,
    missing_key.RULE,
    wrong_type.RULE,
    invalid_value.RULE,
    invalid_id.RULE,
    duplicate_id.RULE,
    invalid_period.RULE,
    bad_number.RULE,
    bad_weight.RULE,
    unknown_reference.RULE,
    cycle.RULE,
    orphan_objective.RULE,
    chain_stops_short.RULE,
    undriven_outcome.RULE,
    link_runs_down.RULE,
    skipped_perspective.RULE,
    unexplained_link.RULE,
    link_without_lag.RULE,
    self_link.RULE,
    tangled_map.RULE,
    empty_perspective.RULE,
    too_many_objectives.RULE,
    too_few_objectives.RULE,
    objective_without_kpi.RULE,
    too_many_kpis.RULE,
    kpi_without_target.RULE,
    no_red_line.RULE,
    edges_out_of_order.RULE,
    only_lagging.RULE,
    unguarded_kpi.RULE,
    undated_target.RULE,
    target_already_beaten.RULE,
    formula_error.RULE,
    ratio_needs_positive_target.RULE,
    unbalanced.RULE,
    division_by_zero.RULE,
    objective_without_owner.RULE,
    overloaded_owner.RULE,
    initiative_without_objective.RULE,
    initiative_without_owner.RULE,
    dates_out_of_order.RULE,
    perspective_without_owner.RULE,
    owner_without_lever.RULE,
    still_the_template.RULE,
    unknown_kpi_in_data.RULE,
    duplicate_actual.RULE,
    not_a_number.RULE,
    stale_kpi.RULE,
    gap.RULE,
    future_actual.RULE,
    suspicious_jump.RULE,
    target_carried_forward.RULE,
    unsafe_path.RULE,
)

_BY_CODE = {rule.code: rule for rule in RULES}


def rule_with_code(code: str) -> Rule:
    """The rule with a code, which must exist."""
    return _BY_CODE[code]


def find_rule(wanted: str) -> Rule:
    """The rule with a code or a name, in any case; raises NotFoundError with the nearest one."""
    for rule in RULES:
        if wanted.upper() == rule.code or wanted.lower() == rule.name:
            return rule
    raise _unknown(wanted)


def codes_of_rules(words: Iterable[str]) -> frozenset[str]:
    """The codes that are meant by codes, prefixes such as BSC2 and names, split at commas.

    Raises NotFoundError, with the nearest one, for a word that names no rule.
    """
    found: set[str] = set()
    for word in (part.strip() for listed in words for part in listed.split(",")):
        meant = {
            rule.code
            for rule in RULES
            if word and (rule.code.startswith(word.upper()) or rule.name == word.lower())
        }
        if word and not meant:
            raise _unknown(word)
        found |= meant
    return frozenset(found)


def _unknown(word: str) -> NotFoundError:
    known = [name for rule in RULES for name in (rule.code, rule.name)]
    hint = did_you_mean(word, known) or "bsc rules lists them"
    return NotFoundError(f'no rule is called "{word[:80]}"', hint)
