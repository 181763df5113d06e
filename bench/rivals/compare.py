#!/usr/bin/python3
"""Side by side: the mini model of bench/mini_program.cpp written in the ways in which people write such models, checked
against each other, and the month of graduasi beside them.

    python3 bench/rivals/compare.py            # builds, checks, measures, prints a table
    python3 bench/rivals/compare.py --check    # builds and checks

All run on one thread, and only their steps are timed. A run gives a census for each of MONTHS: month, families that left,
mean and variance of each of VARIABLES. Ways that draw the same numbers must agree to the last digit; samples that are
independent of each other, within BOUND standard errors.
"""
import argparse
import importlib
import itertools
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import Callable

sys.dont_write_bytecode = True  # the folder of the sources stays as it is
# NumPy reads these as it is loaded.
for library in ('OMP', 'OPENBLAS', 'MKL', 'NUMBA'):
    os.environ[f'{library}_NUM_THREADS'] = '1'

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FAMILIES, CHECKED_FAMILIES = 160_000, 20_000  # as many as graduasi-bench has; enough to tell two models apart
MONTHS = (12, 24, 36)
VARIABLES = ('self-confidence', 'skill', 'log of earnings', 'savings')
BOUND = 4.0
REPEATS = 5

WARNINGS = '-Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -Wshadow -Werror'.split()
# As CMakeLists.txt and sim/CMakeLists.txt have them.
HOUSE = '-std=c++20 -DEIGEN_MAX_ALIGN_BYTES=64 -fopenmp-simd -ffp-contract=off'.split()
KERNEL = '-O3 -fno-math-errno -fno-trapping-math -ffinite-math-only -fno-signed-zeros'.split()
PLAIN, NATIVE = ['-O2'], ['-O3', '-march=native', '-ffp-contract=fast']
UNITS = {'bench/rivals/program.cpp': PLAIN, 'bench/rivals/objects.cpp': PLAIN, 'bench/rivals/schedule.cpp': PLAIN,
         'bench/rivals/columns.cpp': KERNEL, 'sim/model/isa.cpp': PLAIN}


class Failed(Exception):
    """What the user is told."""


@dataclass
class Rival:
    title: str
    draws: str  # ways with the same word draw the same numbers
    run: Callable  # (families, months, seed) -> (seconds of the steps, censuses)


def called(*words):
    return subprocess.run([str(word) for word in words], check=True, text=True, capture_output=True, cwd=ROOT).stdout


def build(compiler, eigen, work):
    """The programs of what is written in C++: with the structs built as is usual, and for this processor alone."""
    if not shutil.which(compiler):
        raise Failed(f'the compiler is {compiler}, which is not there; name one with --compiler')
    if not (pathlib.Path(eigen) / 'Eigen').is_dir():
        raise Failed(f"the folder of Eigen's headers is {eigen}, which has no folder Eigen; name one with --eigen")
    work.mkdir(parents=True, exist_ok=True)

    def compiled(source, flags, name):
        target = work / f'{name}.o'
        called(compiler, *HOUSE, *WARNINGS, *flags, '-I', ROOT, '-I', ROOT / 'sim', '-isystem', eigen, '-c', ROOT / source,
               '-o', target)
        return target

    objects = [compiled(source, flags, pathlib.Path(source).stem) for source, flags in UNITS.items()]
    programs = []
    for name, flags in (('rivals', PLAIN), ('rivals-native', NATIVE)):
        structs = compiled('bench/mini_program.cpp', flags, f'structs-{name}')
        called(compiler, *objects, structs, '-o', work / name)
        programs.append(work / name)
    return programs


def written_in_cpp(program, name):
    def run(families, months, seed):
        seconds, *lines = called(program, name, families, seed, *months).splitlines()
        censuses = []
        for line in lines:
            month, left, *numbers = line.split()
            numbers = [float(number) for number in numbers]
            censuses.append((int(month), int(left), numbers[0::2], numbers[1::2]))
        return float(seconds), censuses

    return run


def all_rivals(program, native):
    """The structs first, of which the others are multiples; and what is said of those that cannot be run here."""
    rivals = [Rival('array of structs, C++ -O2', 'twister', written_in_cpp(program, 'structs')),
              Rival('array of structs, C++ -O3 -march=native', 'twister, fused', written_in_cpp(native, 'structs')),
              Rival('objects with a virtual step, C++ -O2', 'twister', written_in_cpp(program, 'objects'))]
    left_out = []
    for module, title in (('numpy', 'NumPy'), ('numba', 'Numba')):
        try:
            version = importlib.import_module(module).__version__
            run = importlib.import_module(f'{module}_rival').run
            rivals.append(Rival(f'{title} {version}', module, run))
        except ImportError as error:
            left_out.append(f'{title} is left out: {error}; Debian has it as python3-{module}')
    for name in called(program).split():
        if name.startswith('columns-'):
            isa = name.removeprefix('columns-')
            rivals.append(Rival(f'columns and keyed draws, {isa}', 'keyed', written_in_cpp(program, name)))
    return rivals, left_out


def seeds(rivals, first):
    """A seed for each rival: the same for those that draw the same numbers, another one for all others."""
    kinds = list(dict.fromkeys(rival.draws for rival in rivals))
    return [first + kinds.index(rival.draws) for rival in rivals]


def distances(ours, theirs, families):
    """Of two independent samples: (standard errors, what, month, value, the other value) for each figure."""
    for (month, left, mean, variance), (_, their_left, their_mean, their_variance) in zip(ours, theirs, strict=True):
        share = (left + their_left) / (2 * families)
        figures = [('families that left', left, their_left, 2 * families * share * (1 - share))]
        for v, name in enumerate(VARIABLES):
            squared = (variance[v] + their_variance[v]) / families
            figures.append((f'mean {name}', mean[v], their_mean[v], squared))
        for what, one, other, squared in figures:
            apart = abs(one - other)
            error = math.sqrt(max(squared, 0.0))
            yield (apart / error if error else math.inf if apart else 0.0), what, month, one, other


def disagreements(rivals, censuses, families):
    """(a line for each pair that parts, what lies farthest apart of those that do not)"""
    lines, farthest = [], (0.0, '')
    for (a, one), (b, other) in itertools.combinations(zip(rivals, censuses), 2):
        pair = f'{a.title} and {b.title}'
        if a.draws == b.draws:
            if one != other:
                lines.append(f'{pair} draw the same numbers, and differ')
            continue
        worst = max(distances(one, other, families), key=lambda d: math.inf if math.isnan(d[0]) else d[0])
        error, what, month, x, y = worst
        if not error <= BOUND:
            lines.append(f'{pair} part: {what} at month {month} is {x:.6g} and {y:.6g}, '
                         f'{error:.1f} standard errors apart; the bound is {BOUND:g}')
        elif error >= farthest[0]:
            farthest = error, f'{what} at month {month}, {pair}'
    return lines, farthest


def check(rivals, censuses, families):
    lines, (error, where) = disagreements(rivals, censuses, families)
    if lines:
        raise Failed('\n'.join([*lines, 'if it is chance, it is gone with another --seed; else a rule was written otherwise']))
    print(f'{len(rivals)} ways of writing the model agree, {families} families each: at most {error:.1f} standard errors '
          f'apart ({where})')


def nanoseconds_of_months(program):
    """{title: nanoseconds} of the whole month, as graduasi-bench has them."""
    found = re.findall(r'^month, (v\d)\s+([\d.]+)', called(program), re.MULTILINE)
    return {f'the whole month of graduasi, {isa}': float(ns) for isa, ns in found}


def measure(rivals, families, first_seed, bench):
    """{title: least nanoseconds a family-month}: repeats in turn, so that a slow minute of the machine hits all alike."""
    least, chosen = {}, seeds(rivals, first_seed)
    for repeat in range(REPEATS):
        runs = [rival.run(families, MONTHS, seed) for rival, seed in zip(rivals, chosen)]
        if repeat == 0:
            check(rivals, [censuses for _, censuses in runs], families)
        took = {rival.title: 1e9 * seconds / (families * MONTHS[-1]) for rival, (seconds, _) in zip(rivals, runs)}
        # It repeats five times itself, in turn.
        if repeat in (0, REPEATS - 1):
            took.update(nanoseconds_of_months(bench))
        least.update({title: min(ns, least.get(title, ns)) for title, ns in took.items()})
    return least


def table(least):
    yardstick = next(iter(least.values()))
    print('| Written as | ns a family-month | times the structs |\n|---|---|---|')
    for title, ns in least.items():
        print(f'| {title} | {ns:#.3g} | {ns / yardstick:#.2g} |')


def whole_number(name, lowest, highest):
    def read(text):
        if not re.fullmatch(r'\d{1,12}', text) or not lowest <= int(text) <= highest:
            raise argparse.ArgumentTypeError(f'{name} is {text}; it must be a whole number in [{lowest}, {highest}]')
        return int(text)

    return read


def arguments():
    parser = argparse.ArgumentParser(description='Ways of writing the mini model, side by side.')
    parser.add_argument('--check', action='store_true', help='only compare the curves')
    parser.add_argument('--families', type=whole_number('the number of families', 10_000, 10_000_000),
                        help=f'of each way; {FAMILIES}, to check {CHECKED_FAMILIES}')
    parser.add_argument('--seed', type=whole_number('the seed', 1, 1_000_000), default=1, help='another sample')
    parser.add_argument('--compiler', default=os.environ.get('CXX', 'c++'))
    parser.add_argument('--eigen', default='/usr/include/eigen3', help='folder of its headers')
    parser.add_argument('--work', type=pathlib.Path, default=ROOT / 'build' / 'rivals', help='folder for what is compiled')
    return parser.parse_args()


def main():
    given = arguments()
    families = given.families or (CHECKED_FAMILIES if given.check else FAMILIES)
    rivals, left_out = all_rivals(*build(given.compiler, given.eigen, given.work.resolve()))
    for line in left_out:
        print(line)
    if given.check:
        chosen = seeds(rivals, given.seed)
        check(rivals, [rival.run(families, MONTHS, seed)[1] for rival, seed in zip(rivals, chosen)], families)
        return
    print('building graduasi-bench (minutes, the first time)', flush=True)
    called('cmake', '--workflow', '--preset', 'bench')
    least = measure(rivals, families, given.seed, ROOT / 'build' / 'bench' / 'graduasi-bench')
    print()
    table(least)


if __name__ == '__main__':
    try:
        main()
    except Failed as failure:
        sys.exit(f'compare: {failure}')
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        said = (getattr(error, 'stdout', '') or '') + (getattr(error, 'stderr', '') or '')
        sys.exit(f'compare: {error}\n{said}')
