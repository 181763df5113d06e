"""Sees that bench/growth.py measures, tells what grows too fast and draws: growth.check.py PROGRAM SOURCE WORK"""
import pathlib
import subprocess
import sys
import xml.dom.minidom

program, source, work = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
sys.path.insert(0, str(source / 'bench'))
import growth  # noqa: E402

failed = 0


def that(what, is_so, seen=''):
    global failed
    if not is_so:
        failed += 1
        print(f'failed: {what}: {seen}')


def power(costs):
    return growth.exponent([1, 10, 100], costs, 0.1)


that('what grows with its size has the power 1', abs(power([0.2, 2, 20]) - 1) < 1e-9, power([0.2, 2, 20]))
that('a start that is always the same is no growth', power([5.2, 7, 25]) < 1, power([5.2, 7, 25]))
that('its square is too fast', growth.is_too_fast(power([0.2, 20, 2000]), 1))
that('unless it is expected', not growth.is_too_fast(power([0.2, 20, 2000]), 2))
that('as its size is not', not growth.is_too_fast(power([0.2, 2, 20]), 1))
that('of the shortest runs nothing is told', power([0.001, 0.01, 10]) is None and not growth.is_too_fast(None, 1))

found = growth.Measured(growth.Series('a < b', 'families', (1, 2)), ['1', '2'], [1, 2], [1.0, 4.0], [1e8, 2e8])
that('the picture is XML, with a line for time and one for memory',
     len(xml.dom.minidom.parseString(growth.picture([found])).getElementsByTagName('polyline')) == 2)
that('the table has three lines for a series', growth.table([found]).count('\n') == 4, growth.table([found]))
that('time that grows as the square is told in it', '| 2.00 | |' in growth.table([found]), growth.table([found]))

work.mkdir(parents=True, exist_ok=True)
done = subprocess.run([sys.executable, '-B', source / 'bench/growth.py', program, '--small', '--repeats', '1', '--picture', work / 'small.svg'],
                      capture_output=True, text=True)
that('small runs are measured', done.returncode == 0 and '| **families** | 1,000 | 4,000 |' in done.stdout, done.stdout + done.stderr)
that('and drawn', len(xml.dom.minidom.parse(str(work / 'small.svg')).getElementsByTagName('polyline')) == 4)
missing = subprocess.run([sys.executable, '-B', source / 'bench/growth.py', work / 'none'], capture_output=True, text=True)
that('a program that is not there is named', missing.returncode == 1 and 'is not there; build it' in missing.stderr, missing.stderr)
sys.exit(1 if failed else 0)
