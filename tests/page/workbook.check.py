"""Reads result.xlsx with another program than the one that wrote it: workbook.check.py PROGRAM REPOSITORY WORK

Every row of the CSV files stands in its sheet with the same figures, headings stay in sight, the charts
draw what they should, and a second run gives the same bytes.
"""
import csv
import json
import pathlib
import subprocess
import sys
import zipfile

import openpyxl

program, repository, work = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])


def run(folder, *flags):
    subprocess.run([program, "run", repository / "tests/golden/small.yaml", "-o", folder, "--force", "--quiet",
                    "--format", "xlsx", *flags], check=True, capture_output=True)


run(work / "one", "-j", "1")
run(work / "two", "-j", "2")
assert (work / "one/result.xlsx").read_bytes() == (work / "two/result.xlsx").read_bytes(), "bytes differ"

book = openpyxl.load_workbook(work / "one/result.xlsx")
assert book.sheetnames == ["readme", "answer", "charts", "summary", "curves", "comparison", "parameters", "chart_data"]
manifest = json.loads((work / "one/manifest.json").read_text())


for sheet in book:
    setup, page = sheet.page_setup, sheet.sheet_properties.pageSetUpPr
    assert setup.orientation == "landscape" and setup.paperSize == 9, sheet.title
    assert page.fitToPage and setup.fitToWidth in (None, 1), sheet.title
    assert setup.fitToHeight in ((None, 1) if sheet.title == "charts" else (0,)), sheet.title
    assert sheet.title in ("readme", "charts", "parameters", "chart_data") or sheet.print_title_rows, sheet.title


def number(text):
    return float(text) if text else None


def same_rows(name, values):
    """The columns `values` of the CSV file NAME.csv, row by row."""
    sheet = book[name]
    heading = [cell.value for cell in sheet[1]]
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref, name
    with open(work / f"one/{name}.csv", newline="") as file:
        written = list(csv.DictReader(file))
    rows = [dict(zip(heading, row)) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert len(rows) == len(written) > 0, (name, len(rows), len(written))
    for row, line in zip(rows, written):
        for key in ("policy", "variant", "stratum", "measure"):
            assert row[key] == line[key], (name, row, line)
        assert row["month"] == int(line["month"])
        for key in values:
            assert row[key] == number(line[key]), (name, key, row, line)
    formats = {cell.number_format for cell in sheet[heading_at(heading, values[0])][1:] if cell.value is not None}
    assert formats == {"0.0%", "#,##0", "#,##0.000"}, (name, formats)


def heading_at(heading, key):
    return openpyxl.utils.get_column_letter(heading.index(key) + 1)


same_rows("summary", ["mean", "lower", "upper", "sd_chance"])
same_rows("curves", ["mean", "lower", "upper", "sd_chance"])
same_rows("comparison", ["difference", "lower", "upper", "standard_error", "probability_better", "variance_ratio"])

with open(work / "one/answer.csv", newline="") as file:
    answers = list(csv.DictReader(file))
sheet = book["answer"]
heading = [cell.value for cell in sheet[1]]
rows = [dict(zip(heading, row)) for row in sheet.iter_rows(min_row=2, values_only=True)]
assert len(rows) == len(answers) > 0, (len(rows), len(answers))
for row, line in zip(rows, answers):
    for key in ("policy", "variant", "baseline", "stratum", "figure", "unit"):
        assert row[key] == line[key], (row, line)
    for key in ("mean", "lower", "upper"):
        assert row[key] == number(line[key]), (key, row, line)

readme = {(row[0], row[1]) for row in book["readme"].iter_rows(values_only=True)}
assert ("question", manifest["question"]) in readme
assert ("cite as", manifest["citation"]) in readme
assert any(what == "interval" and text.startswith("chance: ") for what, text in readme)

parameters = {row[0]: row for row in book["parameters"].iter_rows(min_row=2, values_only=True)}
assert len(parameters) > 80
months = parameters["run.months"]
assert months[1] == manifest["months"] and months[2:5] == ("months", "[1, 600]", 120), months
assert months[5] == ("no" if manifest["months"] == 120 else "yes")
assert all(row[7] for row in parameters.values()), "a value without a source"

with zipfile.ZipFile(work / "one/result.xlsx") as files:
    charts = sorted(name for name in files.namelist() if name.startswith("xl/charts/chart"))
    assert len(charts) == 2, charts
    curves, differences = (files.read(name).decode() for name in charts)
    assert curves.count("<c:ser>") >= len(manifest["policies"])
    assert "<c:hiLowLines>" in differences and differences.count("<c:ser>") == 3
    assert "chart_data!$B$2" in curves
