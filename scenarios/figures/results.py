"""Figures of result folders: a Figure says of which runs, and how, a value is read from their CSV files."""
import csv
import json
import math
from dataclasses import dataclass
from typing import Callable

from wording import Value


class FigureError(Exception):
    pass


class Results:
    """The result folders of all runs, under `root`; tables are read once."""

    def __init__(self, root):
        self.root = root
        self.tables = {}
        self.indices = {}

    def table(self, folder, file):
        """Rows of root/folder/file, as dictionaries."""
        key = (folder, file)
        if key not in self.tables:
            with open(self.root / folder / file, newline='', encoding='utf-8') as source:
                self.tables[key] = list(csv.DictReader(source))
        return self.tables[key]

    def row(self, folder, file, **where):
        """The one row whose columns hold what `where` says (ROOT: the folder of all results)."""
        columns = tuple(sorted(where))
        key = (folder, file, columns)
        if key not in self.indices:
            index = {}
            for row in self.table(folder, file):
                index.setdefault(tuple(row[c] for c in columns), []).append(row)
            self.indices[key] = index
        wanted = tuple(str(where[c]).replace('ROOT', str(self.root)) for c in columns)
        found = self.indices[key].get(wanted, [])
        if len(found) != 1:
            raise FigureError(f'{folder}/{file} has {len(found)} rows with {where}, and one is needed')
        return found[0]

    def value(self, folder, file, columns, **where):
        row = self.row(folder, file, **where)
        return Value(*(float(row[c]) if row[c] else math.nan for c in columns))

    def said(self, folder):
        """What a command with --json said."""
        return json.loads((self.root / folder / 'said.txt').read_text(encoding='utf-8'))


@dataclass(frozen=True)
class Figure:
    """`says` names the value for the reader and for written.json; `read` takes Results."""
    says: str
    runs: frozenset
    read: Callable

    def _with(self, other, symbol, operate):
        if not isinstance(other, Figure):
            number = float(other)

            def scaled(results):
                v = self.read(results)
                ends = [operate(x, number) for x in (v.lower, v.upper)]
                if ends[0] > ends[1]:
                    ends.reverse()
                return Value(operate(v.mean, number), *ends)
            return Figure(f'({self.says} {symbol} {other:g})', self.runs, scaled)

        def both(results):
            return Value(operate(self.read(results).mean, other.read(results).mean))
        return Figure(f'({self.says} {symbol} {other.says})', self.runs | other.runs, both)

    def __add__(self, other):
        return self._with(other, '+', lambda a, b: a + b)

    def __sub__(self, other):
        return self._with(other, '-', lambda a, b: a - b)

    def __mul__(self, other):
        return self._with(other, '*', lambda a, b: a * b)

    def __truediv__(self, other):
        return self._with(other, '/', lambda a, b: a / b if b else math.nan)


def run_of(folder):
    return frozenset([folder.split('/')[0]])


def cell(folder, file, columns, **where):
    """Any cell of any table; `columns`: the value's, or the value's and its interval's two."""
    columns = columns.split()
    says = f'{folder}/{file}: {" ".join(columns)}' + ''.join(f', {k} {v}' for k, v in where.items())
    return Figure(says, run_of(folder),
                  lambda results: results.value(folder, file, columns, **where))


def said(folder, *keys):
    """A value with its interval in what a command with --json said."""
    def read(results):
        node = results.said(folder)
        for key in keys:
            node = node[key]
        return Value(node['mean'], node['lower'], node['upper'])
    return Figure(f'{folder}: {" ".join(keys)}', run_of(folder), read)


def level(folder, measure, policy='today', month=120, variant='base', stratum='all'):
    """A measure of one policy in one month."""
    return cell(folder, 'curves.csv', 'mean lower upper', measure=measure, policy=policy, month=month,
                variant=variant, stratum=stratum)


def more(folder, measure, policy, month=120, variant='base', stratum='all'):
    """What a policy has more than the baseline; paired, with its interval."""
    return cell(folder, 'comparison.csv', 'difference lower upper', measure=measure, policy=policy, month=month,
                variant=variant, stratum=stratum)


def between(folder, measure, policy, other, **where):
    """What a policy has more than another that is not the baseline; without interval."""
    return level(folder, measure, policy, **where) - level(folder, measure, other, **where)


def months_mean(folder, measure, policy='today', variant='base', months=120):
    """Mean of a measure over the months of a run."""
    def read(results):
        values = [results.value(folder, 'curves.csv', ['mean'], measure=measure, policy=policy, month=m,
                                variant=variant, stratum='all').mean for m in range(1, months + 1)]
        known = [v for v in values if not math.isnan(v)]
        return Value(sum(known) / len(known) if known else math.nan)
    return Figure(f'{folder}: mean {measure}, {policy}, {variant}, {months} months', run_of(folder), read)


def yearly_share(folder, measure, policy='today', years=range(10)):
    """Mean over years of a total's growth within the year, as a share of the families active at its start."""
    def read(results):
        def at(what, month):
            return results.value(folder, 'curves.csv', ['mean'], measure=what, policy=policy, month=month,
                                 variant='base', stratum='all').mean
        shares = [(at(measure, 12 * y + 12) - at(measure, 12 * y)) / at('active', 12 * y) for y in years]
        return Value(sum(shares) / len(shares))
    return Figure(f'{folder}: {measure}, share of active families a year, years {min(years) + 1} to {max(years) + 1}',
                  run_of(folder), read)


def within(folder, measure, policy, first, last):
    """Growth of a total between two months."""
    return level(folder, measure, policy, month=last) - level(folder, measure, policy, month=first)


def count(folder, file, says, chosen):
    """How many rows of a table `chosen` takes."""
    return Figure(f'{folder}/{file}: rows {says}', run_of(folder),
                  lambda results: Value(sum(1 for row in results.table(folder, file) if chosen(row))))


def knee(folder, cancelled=0.1):
    """Families per facilitator from which on a tenth of the sessions is cancelled, between the runs of a sweep."""
    def read(results):
        points = sorted(load_points(results, folder, 'sessions_cancelled_share'))
        for (left, low), (right, high) in zip(points, points[1:]):
            if low <= cancelled < high:
                return Value(left + (right - left) * (cancelled - low) / (high - low))
        return Value(math.nan)
    return Figure(f'{folder}: families per facilitator at which {cancelled:g} of sessions are cancelled',
                  run_of(folder), read)


RATIO_VARIANT = 'households_per_facilitator='


def load_points(results, folder, measure):
    """(families per facilitator, mean of the measure over ten years) of workload_curve.yaml, 300 among them."""
    variants = [row['variant'] for row in results.table(folder, 'variants.csv')]
    yield 300, months_mean(folder, measure, variant=variants[0]).read(results).mean
    for variant in variants:
        yield (int(variant.removeprefix(RATIO_VARIANT)),
               months_mean(folder, measure, 'swept', variant).read(results).mean)
