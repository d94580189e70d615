"""The entry point of ``bsc``, ``balanced-scorecard`` and ``python -m bscli``."""

from __future__ import annotations

import sys

from bscli import __version__


def main() -> None:
    """Runs the command line and exits with its code; the version is told without any import."""
    if sys.argv[1:] == ["--version"]:
        print(f"bsc {__version__}")
        return
    from bscli.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
