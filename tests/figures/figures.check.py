"""Checks what scenarios/figures finds in texts, fills and writes: figures.check.py SOURCE_FOLDER"""
import math
import subprocess
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

source = Path(sys.argv[1]).resolve()
sys.path.insert(0, str(source / 'scenarios/figures'))

import check  # noqa: E402
import claims  # noqa: E402
import marks  # noqa: E402
import results  # noqa: E402
import runs  # noqa: E402
from paths import TEXTS  # noqa: E402
from wording import Value, WordingError, write  # noqa: E402
from written import Written  # noqa: E402

passed, failed = 0, 0


def that(what, is_so, seen=''):
    global passed, failed
    if is_so:
        passed += 1
    else:
        failed += 1
        print(f'failed: {what}: {seen}')


def equal(what, seen, wanted):
    that(what, seen == wanted, f'{seen!r} instead of {wanted!r}')


# How values are written.
value = Value(480123.4, 474012, 486234)
equal('thousands in full', write(value, 'kf'), '480,000')
equal('thousands, with sign and interval', write(value, '+k0w'), '+480 (+474 to +486)')
equal('an interval', write(value, 'kfi'), '474,000 to 486,000')
equal('millions', write(value, 'm2'), '0.48')
equal('unsigned turns the interval', write(Value(-210e3, -214e3, -206e3), 'ukfw'), '210,000 (206,000 to 214,000)')
try:
    write(Value(-174e3, -575e3, 28e3), 'ukfi')
    that('an interval about zero keeps its signs', False)
except WordingError:
    that('an interval about zero keeps its signs', True)
equal('a share as percent', write(Value(0.5649), 'p0'), '56')
equal('no minus before nothing', write(Value(-0.02), '+n1'), '0.0')
equal('what is not known', write(Value(math.nan), 'k0'), '?')
try:
    write(value, '|k0')
    that('an unknown format is refused', False)
except WordingError:
    that('an unknown format is refused', True)

# Marks in a text.
text = ('Against 1:300 it brings 480,000<!--more kf--> (474,000 to 486,000<!--more kfi-->), in 36<!--~ratios--> s. '
        'More than nothing.<!--?grows-->\n<!--table t-->\n| a |\n<!--/table-->\n')
found = marks.marks_of(text)
equal('kinds of marks', [mark.kind for mark in found], ['figure', 'figure', 'seconds', 'claim', 'table'])
equal('what they mark', [text[m.start:m.end] for m in found[:3]], ['480,000', '474,000 to 486,000', '36'])
equal('the sentence of a claim', found[3].sentence, 'More than nothing.')
for wrong, why in (('no number here <!--more kf-->', 'no number'), ('5<!--more-->', 'is no mark'), ('<!--table t-->', 'no <!--/table-->'),
                   ('7<!--more kfi-->', 'no number')):
    try:
        marks.marks_of(wrong)
        that(f'{wrong} is refused', False)
    except marks.MarkError as error:
        that(f'{wrong} is refused', why in str(error), error)

# A ledger of one figure, one claim, one table, and the run that they rest on.
run = SimpleNamespace(name='ratios')
check.RUNS, check.TABLES = {'ratios': run}, {'t': None}
check.FIGURES = {'more': results.Figure('what it reads', frozenset(['ratios']), None)}
check.CLAIMS = {'grows': '{more:low} > 0'}
written = Written(Path('/nowhere/written.json'))
written.models = {'now': {'active': 'hash'}}
written.runs = {'ratios': {'model': 'now', 'inputs': {'a.yaml': 'hash'}, 'commands': ['graduasi run a.yaml'], 'seconds': 40}}
written.put('more', 'what it reads', value)
written.tables = {'t': ['| a |']}


def problems(text=text, curves={'active': 'hash'}, inputs='hash', command='graduasi run a.yaml'):
    return check.problems({'TEXT.md': text}, written, curves, lambda names: dict.fromkeys(names, inputs), lambda _: [command])


def finds(what, seen, *words):
    that(what, len(seen) == 1 and all(word in seen[0] for word in words), seen)


equal('a text that is right', problems(), [])
finds('a number typed by hand', problems(text.replace('480,000', '481,000')), 'TEXT.md:1', "'481,000'", "'480,000'")
finds('a number of an interval typed by hand', problems(text.replace('486,000', '487,000')), '474,000 to 486,000')
equal('measured seconds are not compared', problems(text.replace('36<', '37<')), [])
finds('a table typed by hand', problems(text.replace('| a |', '| b |')), "table 't'")
finds('a model that moved', problems(curves={'active': 'other'}), 'ratios: is older than the model')
finds('a measure that is gone', problems(curves={'left': 'hash'}), 'ratios: is older than the model')
equal('a new measure is no new model', problems(curves={'active': 'hash', 'left': 'hash'}), [])
finds('a scenario that moved', problems(inputs='other'), 'ratios: is older than a.yaml')
finds('another command', problems(command='graduasi run a.yaml --seed 2'), 'another command')
finds('an unknown figure', problems(text + '1<!--mroe kf-->'), "no figure 'mroe'")
finds('a figure that is in no text', problems('5<!--more kf-->'.replace('5', '480,000') + text[text.index('<!--?'):].replace('<!--?grows-->', '')),
      'no text needs claim grows')
check.CLAIMS = {'grows': '{more:low} > 480e3'}
finds('a comparison that no longer holds', problems(), 'TEXT.md:1', '"More than nothing."', '{more:low} > 480e3', '474012 > 480e3')
check.CLAIMS = {'grows': '{more:low} > 0'}
check.FIGURES = {'more': results.Figure('another cell', frozenset(['ratios']), None)}
finds('a figure that reads another cell now', problems(), 'more')
check.FIGURES = {'more': results.Figure('what it reads', frozenset(['ratios']), None)}
written.put('more', 'what it reads', Value(math.nan))
that('a figure without value', any('no value' in problem for problem in problems(text)), problems(text))

# Filling, and what is kept on disk.
with tempfile.TemporaryDirectory() as folder:
    written.path = Path(folder) / 'written.json'
    written.put('more', 'what it reads', Value(512345.678, 500000, 520000))
    written.save()
    again = Written(written.path)
    equal('figures are kept to six digits', again.figures['more'], ('what it reads', Value(512346, 500000, 520000)))
    equal('runs and tables are kept', (again.runs, again.tables), (written.runs, written.tables))
    new = marks.filled(text, found, lambda mark: check.content_of(mark, again))
    equal('marks are filled', new, text.replace('480,000', '512,000').replace('474,000 to 486,000', '500,000 to 520,000'))

# What makes a run old.
equal('a comment moves no result', runs.what_is_read('# why\na: 1\n\n  # more\n'), runs.what_is_read('a: 1\n'))
that('a value does', runs.what_is_read('a: 2\n') != runs.what_is_read('a: 1\n'))
equal('nor does one beside a value', runs.what_is_read('a: 1   # why\n'), runs.what_is_read('a: 1\n'))
that('what stands in quotes is none', runs.what_is_read('a: "b # c"\n') != runs.what_is_read('a: "b"\n'))
that('so does what stands beside a comment', runs.what_is_read('a: 2  # why\n') != runs.what_is_read('a: 1  # why\n'))


def curves_of(text):
    """The model that a golden file with this text belongs to."""
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / 'small.summary.csv').write_text(text, encoding='utf-8')
        return runs.golden_curves(Path(place))


plain = curves_of('policy,month,measure,mean,lower\n100,1,x,1e+07,\n100,1,y,0.5,0.25\n')
equal('a new column for readers, and another form of a number, are no new model',
      curves_of('policy,month,measure,mean,lower,date,unit,label,split,group\n'
                '100,1,x,10000000,,2026-01-01,families,"A, B",all,all\n100,1,y,0.50,0.25,2026-01-01,share,C,all,all\n'), plain)
for what, text in (('another figure', '100,1,x,1.000001e+07,'), ('a figure that is gone', '100,1,x,,'), ('another month', '100,2,x,1e+07,'),
                   ('another policy', '101,1,x,1e+07,'), ('a figure in another column', '100,1,x,,1e+07')):
    moved = curves_of(f'policy,month,measure,mean,lower\n{text}\n100,1,y,0.5,0.25\n')
    that(f'{what} is another model of that measure alone', moved['x'] != plain['x'] and moved['y'] == plain['y'], moved)

# Figures of a result folder.
with tempfile.TemporaryDirectory() as folder:
    place = Path(folder) / 'r'
    place.mkdir()
    (place / 'curves.csv').write_text('policy,variant,stratum,month,measure,mean,lower,upper\n'
                                      'today,base,all,120,x,10,9,11\nother,base,all,120,x,30,,\n', encoding='utf-8')
    read = results.Results(Path(folder))
    ten, thirty = results.level('r', 'x'), results.level('r', 'x', 'other')
    equal('a level', ten.read(read), Value(10, 9, 11))
    equal('scaled, with its interval', (ten * -2).read(read), Value(-20, -22, -18))
    equal('a ratio, without', (thirty / ten).read(read).mean, 3)
    equal('runs of a ratio', (thirty / ten).runs, frozenset(['r']))
    try:
        results.level('r', 'y').read(read)
        that('a figure that is not there is refused', False)
    except results.FigureError as error:
        that('a figure that is not there is refused', '0 rows' in str(error), error)

# The command itself, on the real ledger: names agree with the texts, and --help speaks.
texts = {name: (source / name).read_text(encoding='utf-8') for name in TEXTS}
real, wrong = check.marks_in(texts)
equal('every comment of the texts is a mark', wrong, [])
that('--help', subprocess.run([sys.executable, '-B', source / 'scenarios/figures', '--help'], capture_output=True).returncode == 0)
holds, filled = claims.held('{a} > 2 * {b:high}', {'a': Value(7), 'b': Value(2, 1, 3)}.get)
equal('a claim with its figures', (holds, filled), (True, '7 > 2 * 3'))

print(f'{passed} passed, {failed} failed')
sys.exit(1 if failed else 0)
