"""A scorecard with 100,000 rows beside it, and the same file read by hand, side by side.

Run it with ``uv run python -m benchmarks.data_files``. The yardstick is ``csv.reader`` and
``float()`` over the same file. Both run in turns, so that noise meets both alike, and the time of
the processor counts.
"""

from __future__ import annotations

import csv
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from bscli import load

PAIRS = 15
KPIS, DAYS = 30, 3334
"""As many KPIs as a scorecard should have at most, and nine years of days."""

MOST_TIMES, MOST_MEGABYTES = 3.0, 250
FIRST_DAY = date(2012, 1, 1)
HEAD = "bsc: 1\nname: Many rows (fictional)\nfrequency: daily\ndata: [actuals.csv]\nobjectives:\n"


def main() -> None:
    """Prints the ratio for a plain file and for one with notes, and the memory of it all."""
    with tempfile.TemporaryDirectory() as folder:
        for name, noted in (("plain", False), ("with quoted notes", True)):
            scorecard, data = _written(Path(folder), noted)
            ratio = _ratio(partial(load, scorecard), partial(_by_hand, data))
            _print(f"load / csv.reader and float(), {name}", ratio, MOST_TIMES)
    # Linux counts in KiB, macOS in bytes.
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    _print("most memory of the process, in MiB", megabytes, MOST_MEGABYTES)


def _written(folder: Path, noted: bool) -> tuple[Path, Path]:
    """A scorecard and its data file: every KPI on every day."""
    kpis = "".join(f"      kpi-{n}: {{name: KPI {n}, target: 500}}\n" for n in range(KPIS))
    objective = "  o:\n    name: Do it\n    perspective: customer\n    kpis:\n"
    scorecard, data = folder / "scorecard.yaml", folder / "actuals.csv"
    scorecard.write_text(HEAD + objective + kpis, encoding="utf-8")
    with data.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["kpi", "period", "value", *(["note"] * noted)])
        for day in range(DAYS):
            for kpi in range(KPIS):
                value = f"{(day * 7919 * (kpi + 3)) % 100_000 / 100:.2f}"
                note = ["Rain, and a strike"] if day % 100 == 0 else [""]
                period = (FIRST_DAY + timedelta(days=day)).isoformat()
                writer.writerow([f"kpi-{kpi}", period, value, *(note * noted)])
    return scorecard, data


def _by_hand(path: Path) -> list[float]:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        next(rows)
        return [float(row[2]) for row in rows]


def _ratio(work: Callable[[], object], yardstick: Callable[[], object]) -> float:
    for warm_up in (work, yardstick):
        warm_up()
    return statistics.median(_seconds(work) / _seconds(yardstick) for _ in range(PAIRS))


def _seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def _print(name: str, measured: float, limit: float) -> None:
    verdict = "within" if measured <= limit else "OVER"
    print(f"{name}: {measured:.2f} ({verdict} {limit})")


if __name__ == "__main__":
    main()
