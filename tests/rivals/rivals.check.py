"""The ways of writing the mini model agree, and one that differs is found: rivals.check.py SOURCE COMPILER EIGEN WORK

What is written in C++ is compiled here by the build's compiler. NumPy and Numba take part where they are installed; in
continuous integration NumPy must be.
"""
import math
import os
import shutil
import subprocess
import sys
from pathlib import Path

source, compiler, eigen, work = Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4])
sys.path.insert(0, str(source / 'bench/rivals'))

import compare  # noqa: E402

failed = 0


def that(what, is_so, seen=''):
    global failed
    if not is_so:
        failed += 1
        print(f'failed: {what}: {seen}')


def run(root, *options):
    """(exit code, what was said)"""
    words = [sys.executable, '-B', root / 'bench/rivals/compare.py', '--check', '--compiler', compiler, '--eigen', eigen]
    done = subprocess.run([*words, '--work', work / 'built', *options], text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)
    return done.returncode, done.stdout


def edited(path, old, new):
    text = path.read_text()
    that(f'{path.name} has one place to change', text.count(old) == 1, old)
    path.write_text(text.replace(old, new))


# Independent samples: what counts as far apart.
month = [(12, 400, [0.5, 0.4, 0.0, 1.0], [0.01, 0.01, 0.01, 0.04])]
moved = [(12, 400, [0.5, 0.4, 0.0, 1.02], [0.01, 0.01, 0.01, 0.05])]
unknown = [(12, 400, [0.5, math.nan, 0.0, 1.0], [0.01, 0.01, 0.01, 0.04])]
fewer = [(12, 300, *month[0][2:])]
ways = [compare.Rival('this', 'here', None), compare.Rival('that', 'there', None)]
alike = [compare.Rival('this', 'here', None), compare.Rival('that', 'here', None)]


def said(rivals, *censuses):
    return '\n'.join(compare.disagreements(rivals, censuses, 10_000)[0])


apart = {what: errors for errors, what, *_ in compare.distances(month, moved, 10_000)}
that('a mean is compared in standard errors', math.isclose(apart['mean savings'], 0.02 / 0.003), apart)
errors = next(compare.distances(month, fewer, 10_000))[0]
# 350 of 10,000 are expected in each.
that('exits are compared in standard errors', math.isclose(errors, 100 / math.sqrt(2 * 350 * 0.965)), errors)
that('equal samples agree', said(ways, month, month) == '' and said(alike, month, month) == '')
told = said(ways, month, moved)
that('a mean far away is told', 'mean savings at month 12 is 1 and 1.02, 6.7 standard errors apart' in told, told)
that('what is no number never agrees', 'mean skill' in said(ways, month, unknown), said(ways, month, unknown))
told = said(alike, month, moved)
that('equal draws bear no difference at all', 'draw the same numbers, and differ' in told, told)

# What is in the repository.
code, text = run(source)
that('all ways agree', code == 0 and 'ways of writing the model agree' in text, text)
that('continuous integration leaves NumPy in', os.environ.get('CI') != 'true' or 'NumPy is left out' not in text, text)
print(text, end='')
with_numpy = 'NumPy is left out' not in text

# Without NumPy it says so, and has the others.
sys.modules.update(numpy=None, numba=None)
rivals, left_out = compare.all_rivals(work / 'built/rivals', work / 'built/rivals-native')
that('who is left out is named, with the package', [line.split(' is left out: ')[0] for line in left_out] == ['NumPy', 'Numba']
     and left_out[0].endswith('Debian has it as python3-numpy'), left_out)
that('the others are there all the same', {rival.draws for rival in rivals} == {'twister', 'twister, fused', 'keyed'}, rivals)

# One rule of each way written otherwise: all are found.
changed = work / 'changed'
shutil.rmtree(changed, ignore_errors=True)
shutil.copytree(source / 'bench', changed / 'bench')
(changed / 'sim').symlink_to(source / 'sim')
folder = changed / 'bench/rivals'
edited(folder / 'objects.cpp', 'confidence_ *= 0.995f', 'confidence_ *= 0.994f')
edited(folder / 'columns.h', 'leaving = 0.02f', 'leaving = 0.03f')
edited(folder / 'numpy_rival.py', '(earned - 0.95)', '(earned - 0.94)')
code, text = run(changed)
that('a changed model fails', code == 1, code)
structs = 'array of structs, C++ -O2'
for pair in [f'{structs} and objects with a virtual step, C++ -O2 draw the same numbers, and differ',
             'march=native and objects with a virtual step, C++ -O2 part: mean self-confidence',
             f'{structs} and columns and keyed draws, v2 part: families that left at month 36'] + (
                 [f'{structs} and NumPy'] if with_numpy else []):
    that('a way that differs is named', pair in text, f'{pair}\n{text}')
that('two that nobody changed still agree', f'{structs} and array of structs, C++ -O3' not in text, text)

code, text = run(source, '--families', '12')
that('a size that tells nothing is refused', code != 0 and 'the number of families is 12; it must' in text, text)
sys.exit(failed > 0)
