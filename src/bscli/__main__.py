"""The entry point of ``bsc``, ``balanced-scorecard`` and ``python -m bscli``."""

from __future__ import annotations

import gc
import os
import sys

from bscli import __version__


def main() -> None:
    """Runs the command line and exits with its code; the version is told without any import."""
    if sys.argv[1:] == ["--version"]:
        print(f"bsc {__version__}")
        return
    # A run is short and makes hardly any garbage; looking for it costs a tenth of the time.
    gc.disable()
    # No plug-in that happens to be installed may change how a scorecard is read.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    from bscli.errors import INTERRUPTED

    try:
        from bscli.cli.app import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # also while the command line is still being imported
        code = INTERRUPTED
    gc.freeze()  # nor is it looked for when the interpreter ends
    sys.exit(code)


if __name__ == "__main__":
    main()
