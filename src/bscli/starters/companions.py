"""What can stand around a scorecard: a check on GitHub, and one before each commit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Companion:
    """A file at the top of a repository, and what is left to do before it works."""

    file: str
    text: str
    left_to_do: str


GITHUB = Companion(
    file=".github/workflows/scorecard.yaml",
    left_to_do="set BSC_SOURCE in .github/workflows/scorecard.yaml to where your team keeps bsc",
    text="""\
# Checks the scorecard on every push and pull request, and marks what it finds in the changed lines.
# GitHub looks for this file in .github/workflows at the top of a repository.
name: scorecard

on: [push, pull_request]

permissions:
  contents: read

env:
  # Where your team keeps bsc, as pip takes it: the address of a git repository after git+, a file
  # or an address that ends in .whl, or balanced-scorecard where a package index of yours has it.
  BSC_SOURCE: ""

jobs:
  validate:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v6
        with:
          persist-credentials: false
      - uses: actions/setup-python@v6
        with:
          python-version: "3.12"
      - name: Is it known where bsc comes from?
        if: env.BSC_SOURCE == ''
        run: |
          echo "::error::Set BSC_SOURCE in .github/workflows/scorecard.yaml to where bsc is kept."
          exit 1
      - name: Install bsc
        run: python -m pip install "$BSC_SOURCE"
      - name: Check the scorecard
        run: bsc validate --format github
""",
)

PRE_COMMIT = Companion(
    file=".pre-commit-config.yaml",
    left_to_do="install pre-commit, and run in the repository: pre-commit install",
    text=r"""# Checks the scorecard before each commit, once pre-commit install has been run.
repos:
  - repo: local
    hooks:
      - id: scorecard
        name: Check the scorecard
        entry: bsc validate
        language: system
        files: \.ya?ml$
        pass_filenames: false
""",
)
