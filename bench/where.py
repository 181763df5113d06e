#!/usr/bin/python3
"""Where the time goes: nanoseconds a household-month by part of the month, for 256 and 512 bits, and nanoseconds a
family by part of the first day, from samples of one run of graduasi-bench; then the same for ten years of today.yaml with
its open list, in parts of the whole run.

    python3 bench/where.py

Needs perf and addr2line, which `setup` does not install. Each sample belongs to the source file of the innermost
inlined function that lies in sim/; the polynomials of base/ count for who calls them.
"""
import collections
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / 'build' / 'where'
# Files of the month by what they do; every mechanism that is not named stands for itself.
PARTS = {
    'random/draws.h': 'draws', 'random/threefry.h': 'draws', 'model/pack.h': 'read and write columns',
    'model/tile.h': 'read and write columns', 'base/columns.h': 'read and write columns',
    'model/count.h': 'count', 'model/count_turns.h': 'count', 'tallies/tally.h': 'count',
    'mechanisms/member_clocks.h': 'members, each quarter', 'mechanisms/life_cycle.h': 'members, each quarter',
    'model/exit_month.h': 'who is assessed and leaves', 'mechanisms/assessment.h': 'who is assessed and leaves',
    'mechanisms/leaving.h': 'who is assessed and leaves', 'mechanisms/afterwards.h': 'life after an exit',
    'mechanisms/contact.h': 'contact and dose', 'mechanisms/visits.h': 'contact and dose',
    'mechanisms/attendance.h': 'contact and dose', 'mechanisms/registry.h': 'registry and checks',
    'mechanisms/natural_exit.h': 'registry and checks'}


def run(*words, **options):
    return subprocess.run([str(word) for word in words], check=True, text=True, capture_output=True, cwd=ROOT, **options).stdout


def build():
    flags = ['-DCMAKE_CXX_FLAGS=-g1', '-DCMAKE_EXE_LINKER_FLAGS=-no-pie', '-DGRADUASI_TESTS=OFF', '-DGRADUASI_BENCH=ON']
    run('cmake', '-S', ROOT, '-B', BUILD, '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Release', *flags)
    run('cmake', '--build', BUILD, '--target', 'graduasi-bench', 'graduasi')


def sampled(*command):
    """(what the command said, {(function, address): samples})."""
    data = BUILD / 'perf.data'
    said = run('perf', 'record', '-q', '-F', '4000', '-o', data, *command)
    counts = collections.Counter()
    for line in run('perf', 'script', '-i', data, '-F', 'ip,sym').splitlines():
        words = line.split(None, 1)
        if len(words) == 2 and re.fullmatch(r'[0-9a-f]+', words[0]):
            counts[words[1].strip(), words[0]] += 1
    return said, counts


def files_of(program, addresses):
    """{address: files below sim/ of the functions inlined there, the innermost first}."""
    asked = run('addr2line', '-e', program, '-a', '-i', input='\n'.join(addresses) + '\n')
    found, address = collections.defaultdict(list), None
    for line in asked.splitlines():
        if line.startswith('0x'):
            address = line[2:].lstrip('0')
        elif match := re.search(r'/sim/([\w/]+\.(?:h|cpp)):', line):
            found[address].append(match[1])
    return found


def part_of(files):
    """The first file that is no tool of others."""
    own = [name for name in files if not name.startswith('base/') or name in PARTS]
    name = own[0] if own else 'the rest'
    if name.startswith(('model/month', 'model/year', 'model/caseload', 'model/livelihood', 'model/arms')):
        return 'order of the month'
    return PARTS.get(name, name.removeprefix('mechanisms/').removesuffix('.h').replace('_', ' '))


def shares(program, counts, function):
    """{part: share} of the samples of functions whose names match."""
    here = {address: n for (name, address), n in counts.items() if re.search(function, name)}
    files = files_of(program, here)
    parts = collections.Counter()
    for address, samples in here.items():
        parts[part_of(files[address.lstrip('0')])] += samples
    whole = sum(parts.values())
    return {part: samples / whole for part, samples in parts.items()}


def nanoseconds(said, row):
    return float(re.search(rf'^{row}\s+([\d.]+)', said, re.MULTILINE)[1])


def month_table(program, said, counts):
    v3, v4 = (shares(program, counts, f'year_{isa}') for isa in ('v3', 'v4'))
    ns3, ns4 = nanoseconds(said, 'month, v3'), nanoseconds(said, 'month, v4')
    print('| Part of the month | v3, ns | v4, ns |\n|---|---|---|')
    large = [part for part in sorted(v3, key=v3.get, reverse=True) if v3[part] > 0.015]
    for part in large:
        print(f'| {part} | {ns3 * v3[part]:.1f} | {ns4 * v4.get(part, 0):.1f} |')
    rest = [1 - sum(of.get(part, 0) for part in large) for of in (v3, v4)]
    print(f'| all others | {ns3 * rest[0]:.1f} | {ns4 * rest[1]:.1f} |\n| together | {ns3:.1f} | {ns4:.1f} |')


def first_day_table(program, said, counts):
    """What is neither a month nor the yardstick is the first day."""
    others = r'year_v|first_day_v|mini|libc|unknown|simulate|main'
    first = {key: n for key, n in counts.items() if not re.search(others, key[0]) and 'graduasi::' in key[0]}
    files = files_of(program, {address for _, address in first})
    parts = collections.Counter()
    for (name, address), samples in first.items():
        outermost = (files[address.lstrip('0')] or ['the rest'])[-1]
        parts['age the list (kernel)' if 'age_list' in name else outermost] += samples
    whole, ns = sum(parts.values()), nanoseconds(said, 'first day, per family')
    print('| Part of the first day | ns |\n|---|---|')
    for part, samples in parts.most_common(8):
        print(f'| {part} | {ns * samples / whole:.0f} |')
    print(f'| all others | {ns * (1 - sum(n for _, n in parts.most_common(8)) / whole):.0f} |\n| together | {ns:.0f} |')


def open_list_parts(program, isa):
    """{part: share of the whole run} of 200,000 places for ten years, on one thread."""
    command = [program, 'run', ROOT / 'scenarios/today.yaml', '--households', '200000', '--replicates', '1', '-j', '1',
               '--isa', isa, '--no-report', '--quiet', '--force', '-o', BUILD / 'today']
    _, counts = sampled(*command)
    whole, months = sum(counts.values()), sum(n for (name, _), n in counts.items() if 'year_v' in name)
    ageing = sum(n for (name, _), n in counts.items() if 'age_list' in name)
    parts = {f'months: {part}': share * months / whole for part, share in shares(program, counts, 'year_v').items()}
    return {**parts, 'age the list (kernel)': ageing / whole, 'first day else, tables and files': 1 - (months + ageing) / whole}


def open_list_table(program):
    v3, v4 = (open_list_parts(program, isa) for isa in ('v3', 'v4'))
    print('| Part of ten years of today.yaml | v3, % | v4, % |\n|---|---|---|')
    large = [part for part in sorted(v3, key=v3.get, reverse=True) if v3[part] > 0.015]
    for part in large:
        print(f'| {part} | {100 * v3[part]:.0f} | {100 * v4.get(part, 0):.0f} |')
    rest = [100 * (1 - sum(of.get(part, 0) for part in large)) for of in (v3, v4)]
    print(f'| all others, each below 1.5 | {rest[0]:.0f} | {rest[1]:.0f} |')


def main():
    build()
    program = BUILD / 'graduasi-bench'
    said, counts = sampled(program)
    print(said)
    month_table(program, said, counts)
    print()
    first_day_table(program, said, counts)
    print()
    open_list_table(BUILD / 'graduasi')


if __name__ == '__main__':
    try:
        main()
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        sys.exit(f'where: {error}\n{getattr(error, "stderr", "") or ""}')
