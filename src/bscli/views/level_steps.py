"""How a target, red line or baseline in a period came about, step by step."""

from __future__ import annotations

from bscli.model.kpi import Kpi
from bscli.model.series import Range
from bscli.scoring.levels import Amount, Level, LevelRule, Line, Piece, Share
from bscli.views.numbers import amount_of, plain, plain_amount
from bscli.views.steps import Chapter, SourceLines, Step, equation, operand
from bscli.views.value_steps import combination


def level_chapter(title: str, key: str, kpi: Kpi, level: Level, lines: SourceLines) -> Chapter:
    """The entries that apply, and the level that they make; ``key`` is where they stand."""
    if kpi.measure.words:
        piece = level.pieces[-1]
        source = lines.of(*_place(key, piece))
        step = Step(_when(kpi, piece), f"{key} = {amount_of(kpi, level.amount)}", source)
        return Chapter(title, (step,))
    steps = [_piece_step(kpi, key, piece, lines) for piece in level.pieces]
    if len(level.pieces) == 1 and level.kept is None and not level.counted and not level.line:
        only = steps[0]
        return Chapter(title, (Step(only.label, f"{key} = {only.text}", only.source),))
    return Chapter(title, (*steps, *_results(key, kpi, level)))


def _place(key: str, piece: Piece) -> tuple[str, ...]:
    return (key, piece.entry.key) if piece.entry else (key,)


def _when(kpi: Kpi, piece: Piece) -> str:
    if piece.entry is None:
        return f"each {kpi.frequency.noun}"
    return piece.entry.period.name


def _piece_step(kpi: Kpi, key: str, piece: Piece, lines: SourceLines) -> Step:
    source = lines.of(*_place("baseline" if _is_start(piece, key) else key, piece))
    used_for = ""
    if piece.entry is not None and piece.entry.period != piece.period:
        verb = "carried forward to" if piece.rule is LevelRule.CARRIED_FORWARD else "for"
        used_for = f", {verb} {piece.period.name}"
    if piece.share is None:
        return Step(_when(kpi, piece), plain_amount(piece.stated) + used_for, source)
    return Step(_when(kpi, piece), f"{_shared(piece.stated, piece.share)}{used_for}", source)


def _is_start(piece: Piece, key: str) -> bool:
    """Whether it is the baseline that a straight line begins with."""
    if piece.rule is not LevelRule.STRAIGHT_LINE or piece.entry is None or key == "baseline":
        return False
    return piece.entry.period.last <= piece.period.last


def _shared(amount: Amount, share: Share) -> str:
    """An amount and the share of it that counts, with the result."""
    result = share.of(amount)
    if isinstance(amount, Range) or isinstance(result, Range):
        return f"{share.part}/{share.whole} of {plain_amount(amount)} = {plain_amount(result)}"
    unit = f" ({share.part} of {share.whole} {share.unit})"
    return f"{operand(amount)} × {share.part} / {share.whole} = {plain(result)}{unit}"


def _results(key: str, kpi: Kpi, level: Level) -> list[Step]:
    """The level itself, and before it the full one where only a part of it counts."""
    is_part = level.kept is not None or bool(level.counted)
    name = f"full {key}" if is_part else key
    if level.line is not None:
        whole = [Step("straight line", _on_line(name, level.line))]
    elif len(level.pieces) > 1:
        whole = [_combined(name, kpi, level.pieces, level.full)]
    else:
        whole = []
    if level.kept is not None:
        start = level.line.amount if level.line else level.pieces[0].amount
        whole.append(Step("to date", f"{key} = {_shared(start, level.kept)}"))
    elif level.counted:
        whole.append(_combined(key, kpi, level.counted, level.amount))
    return whole


def _combined(name: str, kpi: Kpi, pieces: tuple[Piece, ...], result: Amount) -> Step:
    label = f"{kpi.aggregate} of {len(pieces)}"
    numbers = [piece.amount for piece in pieces if not isinstance(piece.amount, Range)]
    if isinstance(result, Range):
        return Step(label, f"{name} = {plain_amount(result)}")
    return Step(label, equation(name, combination(kpi.aggregate, numbers), result))


def _on_line(name: str, line: Line) -> str:
    start, end, amount = line.start.amount, line.end.amount, line.amount
    if isinstance(start, Range) or isinstance(end, Range) or isinstance(amount, Range):
        return f"{name} = {plain_amount(amount)}"
    way, whole = line.travelled.part, line.travelled.whole
    terms = f"{operand(start)} + ({plain(end)} - {operand(start)}) × {way} / {whole}"
    return f"{equation(name, terms, amount)} ({way} of {whole} {line.travelled.unit})"
