"""Actuals from the CSV files that a scorecard names, merged with those that it states itself."""

from __future__ import annotations

from dataclasses import replace

from bscli.findings import Part, Place, Related
from bscli.loading.data.files import FileReader
from bscli.loading.data.gathering import Gathered
from bscli.loading.data.header import delimiter_of, find_columns, read_header
from bscli.loading.data.known import Known
from bscli.loading.data.rows import RowReader
from bscli.loading.data.table import read_tables
from bscli.loading.data.telling import DataProblems
from bscli.loading.problems import FileProblems
from bscli.loading.tree import Tree
from bscli.model.data_file import DataFile
from bscli.model.data_text import Beside, DataText
from bscli.model.document import Document
from bscli.model.kpi import Kpi
from bscli.model.scorecard import Scorecard


def with_data(
    document: Document, scorecard: Scorecard, tree: Tree, problems: FileProblems
) -> tuple[Document, Scorecard]:
    """The scorecard with the actuals of its data files, and a document that knows their places."""
    reader = FileReader(tree, document.file)
    known = Known.of(scorecard, problems)
    told = [DataProblems(document.file, number) for number in range(len(scorecard.data))]
    texts: list[DataText | None] = []
    for file, own in zip(scorecard.data, told, strict=True):
        text = reader.read(file, own)
        is_sound = text is not None and not own.has_any
        texts.append(_with_rows_read(text, file, known, own) if text and is_sound else text)
    for gathered in known.gathered.values():
        _tell_second_values(gathered, document.file, told)
    for own in told:
        own.hand_over(problems)
    rows = {id: gathered.origins() for id, gathered in known.gathered.items()}
    return replace(document, beside=Beside(tuple(texts), rows)), _merged(scorecard, known)


def _with_rows_read(
    text: DataText, file: DataFile, known: Known, problems: DataProblems
) -> DataText:
    """The text with its columns, where the header names them; its rows are taken."""
    delimiter = delimiter_of(file, text.text)
    header = read_header(text.text, delimiter)
    columns = find_columns(file, header.names, problems)
    found = replace(text, delimiter=delimiter, columns=columns)
    if columns is not None:
        for table in read_tables(found, header, problems):
            RowReader(table, file.decimal, known, problems).read()
    return found


def _tell_second_values(gathered: Gathered, file: str, told: list[DataProblems]) -> None:
    for second in gathered.into_time_order():
        first = Related(Place(file, second.first, Part.KEY), "the first one")
        help = "keep one of the two; the first one counts until then"
        cell = (second.row, "value")
        told[second.file].tell("BSC702", cell, second.message, help, related=(first,))


def _merged(scorecard: Scorecard, known: Known) -> Scorecard:
    return scorecard.with_objectives(
        tuple(
            part.model_copy(update={"kpis": tuple(_with_actuals(kpi, known) for kpi in part.kpis)})
            for part in scorecard.objectives
        )
    )


def _with_actuals(kpi: Kpi, known: Known) -> Kpi:
    gathered = known.gathered[kpi.id]
    if not gathered.rows and not gathered.notes:
        return kpi
    update = {"actuals": gathered.series(), "notes": gathered.all_notes()}
    return kpi.model_copy(update=update)
