"""What every test can use; the as-of day and period are those of the examples."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/scorecard.yaml"))
AS_OF = date(2026, 10, 15)
PERIOD = "2026-Q3"

# A slow machine is no failure: nothing here is timed.
settings.register_profile("untimed", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("untimed")


class GoldenFile(SingleFileSnapshotExtension):
    """One text file for each expected output; ``pytest --snapshot-update`` rewrites them."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"

    @classmethod
    def dirname(cls, *, test_location: PyTestLocation) -> str:
        """All golden files in one place, by test module."""
        return str(ROOT / "tests" / "golden" / Path(test_location.filepath).stem)


@pytest.fixture
def golden(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Compares a large output with its golden file."""
    return snapshot.use_extension(GoldenFile)


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the colours, the day or the width of the machine that runs it."""
    for name in ("NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
