"""Writes the figures of the texts: python3 scenarios/figures [--only RUN ...] [--again] [--check] [--small] [--fill].

Runs everything that the texts of paths.py quote, unless its results are kept, and fills the marked numbers and tables in
them. scenarios/figures.md says how."""
import argparse
import shutil
import sys
import time
from pathlib import Path

from check import content_of, marks_in, problems
from ledger import FIGURES
from marks import filled
from paths import ROOT, TEXTS
from results import FigureError, Results
from runs import RUNS, RunError, Runner, golden_curves, input_hashes, require_same_model
from tables import TABLES
from written import Written


def read_texts(root):
    return {name: (root / name).read_text(encoding='utf-8') for name in TEXTS}


def fill_texts(root, written, seconds=frozenset()):
    """Fills every mark from `written`, also the seconds of the runs named."""
    texts = read_texts(root)
    marks, wrong = marks_in(texts)

    def content(mark):
        if mark.kind == 'seconds':
            return f'{written.runs[mark.name]["seconds"]:.0f}' if mark.name in seconds else None
        return content_of(mark, written)
    for name, found in marks.items():
        new = filled(texts[name], found, content)
        if new != texts[name]:
            (root / name).write_text(new, encoding='utf-8')
    return wrong


def do_runs(runner, names, again):
    """({run: note}, messages): the runs that are done; a run that fails does not stop the others."""
    notes, wrong = {}, []
    for name in names:
        try:
            notes[name] = runner.do(RUNS[name], again)
        except (RunError, OSError) as error:
            wrong.append(str(error))
    return notes, wrong


def read_figures(results, written, notes, available):
    """Puts every figure and table into `written` that rests on a run of `notes` and on available runs only."""
    wrong = []
    for name, figure in FIGURES.items():
        if figure.runs & notes.keys() and figure.runs <= available:
            try:
                written.put(name, figure.says, figure.read(results))
            except (FigureError, OSError, KeyError, ValueError) as error:
                wrong.append(f"figure '{name}' ({figure.says}): {error}")
    for name, (runs, table) in TABLES.items():
        if set(runs) & notes.keys() and set(runs) <= available:
            try:
                written.tables[name] = table(results)
            except (FigureError, OSError, KeyError, ValueError) as error:
                wrong.append(f"table '{name}': {error}")
    left = sorted({run for figure in FIGURES.values() if figure.runs & notes.keys() for run in figure.runs - available})
    if left:
        wrong.append(f'some figures also rest on {", ".join(left)}, whose results are not kept; do these runs too')
    return wrong


def forget_what_is_gone(written):
    written.figures = {name: held for name, held in written.figures.items() if name in FIGURES}
    written.tables = {name: lines for name, lines in written.tables.items() if name in TABLES}
    written.runs = {name: note for name, note in written.runs.items() if name in RUNS}


def say_all(wrong):
    for message in wrong:
        print(f'figures: {message}', file=sys.stderr)
    return 1 if wrong else 0


def write_figures(options):
    """Runs, reads, writes; the small size writes into copies and asks only whether everything can be filled."""
    began = time.monotonic()
    work = options.results / ('small' if options.small else 'real')
    require_same_model(options.program, work)
    runner = Runner(options.program, work, options.small, options.jobs)
    root, written = ROOT, Written()
    if options.small:
        root = work / 'texts'
        shutil.rmtree(root, ignore_errors=True)
        for name in TEXTS:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)
        written = Written(root / 'written.json')
    notes, wrong = do_runs(runner, options.only or RUNS, options.again)
    for name, note in notes.items():
        written.note(name, note)
    forget_what_is_gone(written)
    available = notes.keys() | {name for name, run in RUNS.items() if runner.kept(run)}
    wrong += read_figures(Results(work), written, notes, available)
    written.save()
    fill_texts(root, written, seconds=notes.keys())
    # At the small size what matters is that nothing is left out.
    wrong += problems(read_texts(root), Written(written.path), golden_curves(), input_hashes, runner.commands,
                      real=not options.small)
    print(f'{len(notes)} runs take {sum(note["seconds"] for note in notes.values()):.0f} s of one processor; '
          f'this took {time.monotonic() - began:.0f} s')
    return say_all(wrong)


def check(_):
    real = Runner(None, None, small=False, jobs=0)
    return say_all(problems(read_texts(ROOT), Written(), golden_curves(), input_hashes, real.commands))


def fill(_):
    return say_all(fill_texts(ROOT, Written()))


def main():
    parser = argparse.ArgumentParser(prog='python3 scenarios/figures', description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--check', action='store_true', help='run nothing; say what is older than the model or was typed by hand')
    parser.add_argument('--fill', action='store_true', help='run nothing; fill the marks with what was written last')
    parser.add_argument('--small', action='store_true', help='small runs into copies of the texts: can every mark be filled?')
    parser.add_argument('--only', nargs='+', metavar='RUN', choices=list(RUNS), help=f'these runs: {", ".join(RUNS)}')
    parser.add_argument('--again', action='store_true', help='also do runs whose results are kept')
    parser.add_argument('--program', type=Path, default=ROOT / 'build/release/graduasi')
    parser.add_argument('--results', type=Path, default=ROOT / 'results/figures', help='where results are kept')
    parser.add_argument('-j', '--jobs', type=int, default=0, help='threads; 0 = all cores')
    options = parser.parse_args()
    options.program, options.results = options.program.resolve(), options.results.resolve()
    return (check if options.check else fill if options.fill else write_figures)(options)


if __name__ == '__main__':
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit('figures: stopped; finished runs are kept, and the same command goes on with the others')
