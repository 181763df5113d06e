#!/usr/bin/python3
"""How time and memory grow: processor seconds and the most memory of a run against its families, months, policies,
replicates, values of a sweep, threads, groups of families, measures and files, one of them at a time.

    python3 bench/growth.py [PROGRAM] [--largest FAMILIES] [--repeats N] [--picture FILE] [--small]

Prints a table for README.md and draws bench/growth.svg. PROGRAM is build/release/graduasi unless another is named.
Processor time moves less than seconds on a shared machine, and the least of the repeats is kept; read the ratios. Ends
with 1 where something grows faster than linearly that is not expected to.
"""
import argparse
import csv
import math
import pathlib
import subprocess
import sys
import tempfile
import xml.sax.saxutils
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parent.parent
# What the power of the growth may be above the expected one, by chance and by what caches hold.
BY_CHANCE = 0.2
# Below these a run is start and noise, and no exponent is told.
TELLING_SECONDS, TELLING_BYTES = 0.1, 20e6


@dataclass
class Size:
    """A run of the bench; what a series does not multiply stays as it is here."""
    families: int = 5000
    months: int = 24
    policies: int = 2
    replicates: int = 2
    variants: int = 1
    threads: int = 1
    groups: int = 0
    measures: int = 0  # 0: all
    format: str = 'csv'
    is_open: bool = False  # families are formed while the run goes on, as in today.yaml


@dataclass
class Series:
    """One quantity at several values, the others as in `base`."""
    name: str
    what: str
    values: tuple
    base: Size = field(default_factory=Size)
    is_size: bool = True  # a number that a run grows with, and not a choice
    expected: float = 1.0  # by which power of it a run may grow

    def sizes(self):
        return [Size(**{**vars(self.base), self.what: value}) for value in self.values]


# Splits whose groups add up to so many.
SPLITS = {0: '', 2: 'sex_of_head', 7: 'welfare_fifth, sex_of_head', 38: 'area', 45: 'area, welfare_fifth, sex_of_head'}


def series_of(largest, small):
    if small:
        few = Size(families=1000, months=12, policies=2, replicates=1)
        return [Series('families', 'families', (1000, 4000), few), Series('groups of families', 'groups', (0, 38), few),
                Series('files', 'format', ('csv', 'xlsx'), few, is_size=False)]
    one = Size(months=12, policies=1, replicates=1, is_open=True)
    tenfold = tuple(n for n in (10 ** 3, 10 ** 4, 10 ** 5, 10 ** 6, 10 ** 7) if n < largest) + (largest,)
    return [
        Series('families', 'families', tenfold, one),
        Series('months', 'months', (12, 60, 120, 300, 600)),
        # Families that are formed live on to the end, so there are more of them in every month.
        Series('months, open list', 'months', (12, 60, 120, 300, 600), Size(is_open=True), expected=2),
        Series('policies', 'policies', (1, 2, 4, 8, 16)),
        Series('replicates', 'replicates', (1, 4, 16, 64)),
        Series('values of a sweep', 'variants', (2, 8, 32)),
        Series('threads', 'threads', (1, 2, 4, 8), Size(replicates=8)),
        Series('groups of families', 'groups', tuple(SPLITS)),
        Series('measures', 'measures', (1, 10, 50, 0), Size(groups=38)),
        Series('files', 'format', ('csv', 'xlsx', 'csv-full', 'xlsx-full'), Size(groups=38), is_size=False)]


def scenario_of(size):
    """Today's policy, and others that differ from it by their caseload, in a programme whose families are those of the first
    day or one with the open list of today.yaml."""
    lines = ['format: 1', 'question: How do time and memory grow?', 'population:', f'  areas: {ROOT}/scenarios/data/provinces.csv']
    if size.is_open:
        lines += ['  intake: {reserve_share: 1, new_families: 1}', 'baseline:', '  programme: {quota: 10000000}']
    lines += ['policies:', '  - name: today']
    for number in range(1, size.policies):
        lines += [f'  - name: caseload {number}', f'    caseload: {{households_per_facilitator: {300 - 5 * number}}}']
    return '\n'.join(lines) + '\n'


def command_of(program, size, folder, measures):
    scenario = folder / 'growth.yaml'
    scenario.write_text(scenario_of(size), encoding='utf-8')
    words = [str(program), 'run', str(scenario), '--households', str(size.families), '--months', str(size.months),
             '--replicates', str(size.replicates), '-j', str(size.threads), '--format', size.format, '--no-report', '--quiet',
             '--force', '-o', str(folder / 'result'), '--set', f'output.strata=[{SPLITS[size.groups]}]']
    if size.measures:
        words += ['--set', f'output.measures=[{", ".join(measures[:size.measures])}]']
    if size.variants > 1:
        values = ', '.join(f'{0.5 + number / 100:g}' for number in range(size.variants))
        words += ['--set', f'sweep.policy.sessions.per_month=[{values}]']
    return words


# A process has at least the memory of the one that started it, so a small one starts the runs.
STARTER = ('import os, sys\n'
           'child = os.fork()\n'
           'if not child: os.execv(sys.argv[1], sys.argv[1:])\n'
           '_, status, used = os.wait4(child, 0)\n'
           'print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, 1024 * used.ru_maxrss)\n')


def measured(command):
    """(processor seconds, bytes at most) of a command."""
    done = subprocess.run([sys.executable, '-I', '-S', '-c', STARTER, *command], cwd=ROOT, capture_output=True, text=True)
    code, seconds, most_bytes = done.stdout.splitlines()[-1].split()
    if code != '0':
        sys.exit(f'growth: {" ".join(command)} ended with {code}:\n{done.stderr}')
    return float(seconds), int(most_bytes)


def best(command, repeats):
    """The least of both over repeats; one is enough where it takes long."""
    seconds, most_bytes = measured(command)
    for _ in range(repeats - 1 if seconds < 10 else 0):
        again = measured(command)
        seconds, most_bytes = min(seconds, again[0]), min(most_bytes, again[1])
    return seconds, most_bytes


def exponent(sizes, costs, telling):
    """By which power of its size the cost grows over the last two steps; none where that is below `telling`."""
    if len(sizes) < 2 or costs[-2] < telling:
        return None
    return math.log(costs[-1] / costs[-2]) / math.log(sizes[-1] / sizes[-2])


def is_too_fast(power, expected):
    return power is not None and power > expected + BY_CHANCE


def figure(value):
    """Three digits."""
    return f'{value:.0f}' if value >= 100 else f'{value:.3g}'


def shown(value, measures):
    return f'{len(measures)}' if value == 0 and measures else f'{value:,}' if isinstance(value, int) else value


def power_text(power):
    return '' if power is None else f'{power:.2f}'


@dataclass
class Measured:
    series: Series
    labels: list    # of the values
    sizes: list     # as numbers; empty for choices
    seconds: list
    bytes: list

    def powers(self):
        if not self.sizes:
            return None, None
        return exponent(self.sizes, self.seconds, TELLING_SECONDS), exponent(self.sizes, self.bytes, TELLING_BYTES)


def measure(program, series, folder, measures, repeats, say):
    found = Measured(series, [], [], [], [])
    for value, size in zip(series.values, series.sizes()):
        seconds, most_bytes = best(command_of(program, size, folder, measures), repeats)
        found.labels.append(shown(value, measures if series.what == 'measures' else []))
        if series.is_size:
            # A run tells of the whole programme too; of no measure named all are meant.
            found.sizes.append(value + 1 if series.what == 'groups' else len(measures) if value == 0 else value)
        found.seconds.append(seconds)
        found.bytes.append(most_bytes)
        say(f'{series.name} {found.labels[-1]}: {seconds:.2f} s, {most_bytes / 1e6:.0f} MB')
    return found


def table(all_measured):
    lines = ['| Grows | | | | | | time | memory |', '|---|---|---|---|---|---|---|---|']
    for found in all_measured:
        time_power, memory_power = found.powers()
        cells = [''] * (5 - len(found.labels))
        lines.append(f'| **{found.series.name}** | ' + ' | '.join(found.labels + cells) + ' | | |')
        lines.append('| s | ' + ' | '.join([figure(s) for s in found.seconds] + cells) + f' | {power_text(time_power)} | |')
        lines.append('| MB | ' + ' | '.join([figure(b / 1e6) for b in found.bytes] + cells) + f' | | {power_text(memory_power)} |')
    return '\n'.join(lines)


# The picture: a panel for each series, time and memory against size, both as multiples of the smallest.
PANEL, GAP, ACROSS = 190, 58, 4


def panel(found, left, top):
    """Lines on logarithmic axes; the thin diagonal is what grows with its size."""
    first = found.sizes[0]
    across = [math.log10(size / first) for size in found.sizes]
    rises = {'time': [math.log10(s / found.seconds[0]) for s in found.seconds],
             'memory': [math.log10(b / found.bytes[0]) for b in found.bytes]}
    widest = max(across)
    highest = max(widest, *(max(rise) for rise in rises.values()))

    def x(value):
        return left + PANEL * value / widest

    def y(value):
        return top + PANEL * (1 - max(value, 0) / highest)

    words = xml.sax.saxutils.escape
    parts = [f'<rect x="{left}" y="{top}" width="{PANEL}" height="{PANEL}" class="frame"/>',
             f'<text x="{left}" y="{top - 8}" class="name">{words(found.series.name)}</text>',
             f'<line x1="{x(0):.1f}" y1="{y(0):.1f}" x2="{x(widest):.1f}" y2="{y(widest):.1f}" class="linear"/>']
    told = -math.inf
    for at, label in zip(across, found.labels):
        if x(at) - told < 18:  # two numbers would lie over each other
            continue
        told = x(at)
        parts.append(f'<text x="{told:.1f}" y="{top + PANEL + 14}" class="tick">{words(label)}</text>')
    for name, rise in rises.items():
        points = ' '.join(f'{x(a):.1f},{y(r):.1f}' for a, r in zip(across, rise))
        parts.append(f'<polyline points="{points}" class="{name}"/>')
        parts += [f'<circle cx="{x(a):.1f}" cy="{y(r):.1f}" r="2.5" class="{name}"/>' for a, r in zip(across, rise)]
    return parts


STYLE = ('text{font:11px sans-serif;fill:#333}.name{font-weight:bold;font-size:12px}.tick{text-anchor:middle;font-size:9px}'
         '.frame{fill:#fff;stroke:#bbb}.linear{stroke:#bbb;stroke-dasharray:3 3}polyline{fill:none;stroke-width:2}'
         'polyline.time{stroke:#0072b2}circle.time{fill:#0072b2}polyline.memory{stroke:#d55e00}circle.memory{fill:#d55e00}')


def picture(all_measured):
    drawn = [found for found in all_measured if found.sizes]
    rows = math.ceil(len(drawn) / ACROSS)
    columns = min(ACROSS, len(drawn))
    width, height = GAP + columns * (PANEL + GAP), 40 + rows * (PANEL + GAP)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">',
             f'<style>{STYLE}</style>', f'<rect width="{width}" height="{height}" fill="#fff"/>',
             f'<text x="{GAP}" y="16"><tspan fill="#0072b2">processor time</tspan> and <tspan fill="#d55e00">memory</tspan> '
             'of a run, as multiples of the smallest, logarithmic on both axes; dashed: as its size</text>']
    for number, found in enumerate(drawn):
        parts += panel(found, GAP + number % ACROSS * (PANEL + GAP), 48 + number // ACROSS * (PANEL + GAP))
    return '\n'.join([*parts, '</svg>']) + '\n'


def measures_of(program, folder):
    """Names of all measures, as a small run writes them."""
    measured(command_of(program, Size(families=1000, months=1, policies=1, replicates=1), folder, []))
    with open(folder / 'result/codebook.csv', newline='', encoding='utf-8') as file:
        return [row['measure'] for row in csv.DictReader(file)]


def main():
    words = argparse.ArgumentParser(prog='growth.py', description=__doc__.split('\n\n')[0])
    words.add_argument('program', nargs='?', default=ROOT / 'build/release/graduasi', type=pathlib.Path)
    words.add_argument('--largest', type=int, default=10 ** 6, help='families of the largest run; 10 million take 2.3 GB, 30 million 7 GB')
    words.add_argument('--repeats', type=int, default=2, help='of runs that take less than ten seconds')
    words.add_argument('--picture', type=pathlib.Path, default=ROOT / 'bench/growth.svg')
    words.add_argument('--small', action='store_true', help='a few small runs, to see that the command works')
    asked = words.parse_args()
    program = asked.program.resolve()
    if not program.exists():
        sys.exit(f'growth: {program} is not there; build it with ./setup, or name another')
    with tempfile.TemporaryDirectory(prefix='graduasi-growth-') as place:
        folder = pathlib.Path(place)
        measures = measures_of(program, folder)
        found = [measure(program, series, folder, measures, asked.repeats, lambda text: print(text, file=sys.stderr, flush=True))
                 for series in series_of(asked.largest, asked.small)]
    print(table(found))
    asked.picture.write_text(picture(found), encoding='utf-8')
    faster = [f'{series.series.name} ({what})' for series in found for what, power in zip(('time', 'memory'), series.powers())
              if is_too_fast(power, series.series.expected)]
    if faster:
        sys.exit('growth: faster than expected grows with ' + ', '.join(faster))


if __name__ == '__main__':
    main()
