"""Compares the program with the second implementation, measure by measure.

Usage: compare.py PROGRAM WORK [--scenario FILE] [--seed N] [--seeds N] [--months 12,60,120] [--set PATH=VALUE ...]
                  [--mistake PATH=FACTOR] [--all]

The program runs `docking.yaml`, or another file beside it, and writes every replicate; the second implementation lives
the same scenario, read from the `resolved.yaml` of that run, as often, with luck of its own. For each main measure,
month, policy and the difference of policies both means are told, the standard error of their distance, and z.
Replicates are few, so z is the normal number as improbable as Student's t with Welch's degrees of freedom.

Ends with 1 when a |z| lies beyond the bound that all of them together pass once in a hundred comparisons of two
implementations of the same law (Bonferroni), and never below 3; with 77 where NumPy or PyYAML is missing. `--mistake`
multiplies a parameter of the second implementation alone, and turns the end around: 0 when that is noticed.
"""

import argparse
import csv
import json
import math
import os
import pathlib
import statistics
import subprocess
import sys
from multiprocessing import Pool

try:
    import numpy as np
    import yaml  # noqa: F401  (scenario.py reads with it)
except ImportError as error:
    print(f"skipped: {error.name} is not installed (Debian: python3-numpy python3-yaml)")
    sys.exit(77)

import second
from scenario import Scenario

HERE = pathlib.Path(__file__).resolve().parent
MAIN = ("active", "able", "cumulative_self_reliant", "cumulative_self_reliant_raised", "cumulative_own_request",
        "cumulative_natural_exit", "cumulative_removal", "cumulative_admitted", "waiting", "cumulative_struck_off",
        "cumulative_time_limit", "exits_able_at_start", "exits_became_able", "exits_not_able",
        "premature_exit", "left_poor", "fell_back", "returned", "sustained_self_reliant", "missed_graduation",
        "became_able", "children_out_of_school", "wrongly_seen_able_share", "agree_share", "assessed_this_month",
        "attendance", "poor_share", "poverty_gap", "mean_spending", "outside_poorest_share", "poorest_left_out_share",
        "record_gap", "record_age", "listed_without_component", "self_confidence", "skills", "access",
        "digital_literacy", "enterprise_share", "assets", "card_held_by_other_share", "benefit_mean_rupiah_year",
        "levy_rupiah", "facilitators", "facilitator_vacancy_share", "fatigue", "competence", "burnt_out_share",
        "workload", "visits_per_household", "contact_hours_per_household", "sessions_cancelled_share")


def run_program(program, work, arguments):
    """Every replicate of the program, {policy: {month: {measure: [values]}}}, and the resolved scenario."""
    folder = work / "program"
    command = [program, "run", HERE / arguments.scenario, "-o", folder, "--force", "--format", "csv-full",
               "--no-report", "--quiet", "--replicates", str(arguments.seeds), "--months", str(max(arguments.at)),
               "-j", str(arguments.jobs), "--seed", str(arguments.seed)]
    for change in arguments.set:
        command += ["--set", change]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the program ended with {done.returncode}:\n{done.stderr}{done.stdout}")
    values = {}
    with open(folder / "replicates.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            month = int(row["month"])
            if row["stratum"] == "all" and month in arguments.at and row["value"]:
                of_policy = values.setdefault(row["policy"], {}).setdefault(month, {})
                of_policy.setdefault(row["measure"], []).append(float(row["value"]))
    return values, Scenario(folder / "resolved.yaml")


def mistaken(scenario, mistake):
    """Multiplies one parameter of the second implementation alone; what both begin with is as it was."""
    path, factor = mistake.split("=")
    *groups, name = path.split(".")
    roots = [scenario] if groups[0] != "policy" else list(scenario.policies.values())
    for root in roots:
        node = root
        for group in groups[1:] if groups[0] == "policy" else groups:
            node = getattr(node, group)
        setattr(node, name, getattr(node, name) * float(factor))


def _one_seed(task):
    world, seed, months, at = task
    return second.run(world, seed, months, at)


def run_second(scenario, arguments):
    """The same of the second implementation."""
    if arguments.mistake:
        mistaken(scenario, arguments.mistake)
    world = second.prepare(scenario, HERE / "areas.csv")
    first = 1000 * arguments.seed
    tasks = [(world, seed, max(arguments.at), tuple(arguments.at)) for seed in range(first, first + arguments.seeds)]
    with Pool(arguments.jobs) as pool:
        runs = pool.map(_one_seed, tasks, chunksize=1)
    values = {}
    for found in runs:
        for policy, months in found.items():
            for month, measures in months.items():
                for measure, value in measures.items():
                    values.setdefault(policy, {}).setdefault(month, {}).setdefault(measure, []).append(float(value))
    return values


def beyond(t, degrees):
    """The share of Student's law that lies further from 0 than t, on both sides, by the trapezoid rule."""
    scale = math.exp(math.lgamma((degrees + 1) / 2) - math.lgamma(degrees / 2)) / math.sqrt(degrees * math.pi)
    angle = np.linspace(math.atan(abs(t) / math.sqrt(degrees)), math.pi / 2, 20001)
    density = scale * math.sqrt(degrees) * np.cos(angle) ** (degrees - 1)
    return float(2 * np.trapz(density, angle))


def compare(first, other):
    """Both means, the standard error of their distance, and z."""
    a, b = np.array(first), np.array(other)
    distance = b.mean() - a.mean()
    parts = a.var(ddof=1) / len(a), b.var(ddof=1) / len(b)
    error = math.sqrt(sum(parts))
    if abs(distance) <= 1e-9 + 1e-5 * max(abs(a.mean()), abs(b.mean())):
        return a.mean(), b.mean(), error, 0.0  # figures are written with seven digits
    if error < 1e-9 * max(abs(a.mean()), abs(b.mean())):
        close = abs(distance) <= 1e-4 * max(abs(a.mean()), abs(b.mean()))
        return a.mean(), b.mean(), error, 0.0 if close else math.copysign(99, distance)
    degrees = sum(parts) ** 2 / sum(part ** 2 / (len(x) - 1) for part, x in zip(parts, (a, b)))
    share = max(beyond(distance / error, degrees), 1e-300)
    return a.mean(), b.mean(), error, math.copysign(-statistics.NormalDist().inv_cdf(share / 2), distance)


def rows_of(program, other, at, measures):
    """Every comparison: policy or difference, month, measure and what `compare` says of it."""
    names = list(program)
    rows = []
    for month in at:
        for measure in measures:
            pairs = []
            for name in names:
                both = program[name].get(month, {}).get(measure), other[name].get(month, {}).get(measure)
                if all(both) and len(both[0]) == len(both[1]):
                    pairs.append(both)
                    rows.append((name, month, measure, *compare(*both)))
            if len(pairs) == 2:
                change = [np.subtract(pairs[1][side], pairs[0][side]) for side in (0, 1)]
                rows.append(("difference", month, measure, *compare(*change)))
    return rows


def main():
    """Runs both and compares."""
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program")
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--months", default="12,60,120")
    parser.add_argument("--set", action="append", default=[])
    parser.add_argument("--mistake")
    parser.add_argument("--scenario", default="docking.yaml")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--all", action="store_true", help="print every row, not only those beyond 2")
    arguments = parser.parse_args()
    arguments.at = [int(month) for month in arguments.months.split(",")]
    arguments.work.mkdir(parents=True, exist_ok=True)
    program, scenario = run_program(arguments.program, arguments.work, arguments)
    other = run_second(scenario, arguments)
    rows = rows_of(program, other, arguments.at, MAIN)
    with open(arguments.work / "comparison.json", "w", encoding="utf-8") as file:
        json.dump(rows, file)
    bound = max(3.0, -statistics.NormalDist().inv_cdf(0.01 / 2 / len(rows)))
    failed = [row for row in rows if abs(row[-1]) > bound]
    print(f"{'policy':12} {'month':>5} {'measure':32} {'program':>13} {'second':>13} {'error':>10} {'z':>7}")
    for row in rows:
        if arguments.all or abs(row[-1]) > 2:
            mark = " <--" if abs(row[-1]) > bound else ""
            name, month, measure, first, second_mean, error, z = row
            print(f"{name:12} {month:5d} {measure:32} {first:13.6g} {second_mean:13.6g} {error:10.3g} {z:7.2f}{mark}")
    beyond_three = sum(abs(row[-1]) > 3 for row in rows)
    print(f"{len(rows)} comparisons, {beyond_three} beyond 3, {len(failed)} beyond the bound of {bound:.2f}")
    if arguments.mistake:
        print(f"{arguments.mistake}: {'noticed' if failed else 'NOT NOTICED'}")
    return int(bool(failed) != bool(arguments.mistake))


if __name__ == "__main__":
    sys.exit(main())
