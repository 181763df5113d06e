"""Reads the workbooks with another program than the one that wrote them: workbook.check.py PROGRAM REPOSITORY WORK

In result-full.xlsx every row of the CSV files stands in its sheet with the same figures; result.xlsx holds those of the years
of the whole programme, and is smaller. Headings stay in sight, the charts draw what they should, policies have the figures of
their last month, and a second run gives the same bytes.
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
                    "--format", "xlsx,xlsx-full", *flags], check=True, capture_output=True)


run(work / "one", "-j", "1")
run(work / "two", "-j", "2")
for name in ("result.xlsx", "result-full.xlsx"):
    assert (work / "one" / name).read_bytes() == (work / "two" / name).read_bytes(), f"bytes of {name} differ"

book, results = (openpyxl.load_workbook(work / "one" / name) for name in ("result-full.xlsx", "result.xlsx"))
sheets = ["readme", "policies", "years", "groups", "answer", "charts", "summary", "curves", "comparison", "parameters", "chart_data"]
assert book.sheetnames == sheets, book.sheetnames
assert results.sheetnames == [name for name in sheets if name != "curves"], results.sheetnames
assert (work / "one/result.xlsx").stat().st_size < (work / "one/result-full.xlsx").stat().st_size / 2
manifest = json.loads((work / "one/manifest.json").read_text())


for sheet in book:
    setup, page = sheet.page_setup, sheet.sheet_properties.pageSetUpPr
    assert setup.orientation == "landscape" and setup.paperSize == 9, sheet.title
    assert page.fitToPage and setup.fitToWidth in (None, 1), sheet.title
    assert setup.fitToHeight in ((None, 1) if sheet.title == "charts" else (0,)), sheet.title
    assert sheet.title in ("readme", "charts", "parameters", "chart_data") or sheet.print_title_rows, sheet.title


def number(text):
    return float(text) if text else None


def rows_of(name):
    with open(work / f"one/{name}.csv", newline="") as file:
        return list(csv.DictReader(file))


def same_rows(book, name, values, taken=lambda line: True):
    """The columns `values` of the CSV file NAME.csv, row by row of those that are taken."""
    sheet = book[name]
    heading = [cell.value for cell in sheet[1]]
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref, name
    written = [line for line in rows_of(name) if taken(line)]
    rows = [dict(zip(heading, row)) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert len(rows) == len(written) > 0, (name, len(rows), len(written))
    for row, line in zip(rows, written):
        for key in ("policy", "variant", "stratum", "measure", "unit", "label", "split", "group"):
            assert row[key] == line[key], (name, row, line)
        assert row["month"] == int(line["month"])
        assert f"{row['date']:%Y-%m-%d}" == line["date"], (name, row, line)
        for key in values:
            assert row[key] == number(line[key]), (name, key, row, line)
    formats = {cell.number_format for cell in sheet[heading_at(heading, values[0])][1:] if cell.value is not None}
    assert formats == {"0.0%", "#,##0", "#,##0.000"}, (name, formats)


def heading_at(heading, key):
    return openpyxl.utils.get_column_letter(heading.index(key) + 1)


figures = ["mean", "lower", "upper", "sd_chance"]
differences = ["difference", "lower", "upper", "standard_error", "probability_better", "variance_ratio"]
same_rows(book, "summary", figures)
same_rows(book, "curves", figures)
same_rows(book, "comparison", differences)
months_of_years = {line["month"] for line in rows_of("summary") if line["stratum"] == "all"}


def of_years(line):
    return line["stratum"] == "all" and line["month"] in months_of_years


same_rows(results, "summary", figures, of_years)
same_rows(results, "comparison", differences, of_years)

# A row for each policy, and for each group of families; every figure is that of the last month.
labels = {f"{line['label_en']} ({line['unit']})": line["measure"] for line in rows_of("codebook")}
last = str(manifest["months"])
means = {(line["policy"], line["variant"], line["stratum"], line["measure"], line["month"]): number(line["mean"])
         for line in rows_of("curves")}
for sheet in (results["policies"], results["groups"]):
    heading, *rows = sheet.iter_rows(values_only=True)
    groups = sheet.title == "groups"
    names = 4 if groups else 2
    assert sheet.freeze_panes == "A2" and len(heading) == names + 7, heading
    assert len(rows) == len({key[:3] for key in means if (key[2] == "all") != groups}), (sheet.title, len(rows))
    for row in rows:
        stratum = f"{row[2]}:{row[3]}" if groups else "all"
        for label, value in zip(heading[names:], row[names:]):
            assert value == means[row[0], row[1], stratum, labels[label], last], (sheet.title, row, label)
heading, *rows = results["years"].iter_rows(values_only=True)
assert len(heading) == 3 + len(months_of_years) and len(rows) == len(manifest["policies"]) * len(manifest["variants"])
by_end = sorted(months_of_years, key=int)
for row in rows:
    assert list(row[3:]) == [means[row[0], row[1], "all", "cumulative_self_reliant", month] for month in by_end], row

answers = rows_of("answer")
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

for name in ("result.xlsx", "result-full.xlsx"):
    with zipfile.ZipFile(work / "one" / name) as files:
        charts = sorted(name for name in files.namelist() if name.startswith("xl/charts/chart"))
        assert len(charts) == 2, charts
        curves, differences = (files.read(name).decode() for name in charts)
        assert curves.count("<c:ser>") >= len(manifest["policies"])
        assert "<c:hiLowLines>" in differences and differences.count("<c:ser>") == 3
        assert "chart_data!$B$2" in curves
