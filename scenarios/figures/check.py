"""What is wrong with the texts, as messages; nothing is run."""
from claims import CLAIMS, figures_of, held
from ledger import FIGURES
from marks import MarkError, marks_of
from runs import RUNS, still_holds
from tables import TABLES
from wording import write

REMEDY = 'write it anew: python3 scenarios/figures'


def marks_in(texts):
    """({text: marks}, messages)."""
    marks, wrong = {}, []
    for name, text in texts.items():
        try:
            marks[name] = marks_of(text)
        except MarkError as error:
            wrong.append(f'{name}, {error}')
    return marks, wrong


def unknown_and_unused(marks):
    """Names that the ledger does not know, and lines of the ledger that no text needs."""
    known = {'figure': FIGURES, 'seconds': RUNS, 'claim': CLAIMS, 'table': TABLES}
    used = {kind: set() for kind in known}
    for name, found in marks.items():
        for mark in found:
            used[mark.kind].add(mark.name)
            if mark.name not in known[mark.kind]:
                yield f"{name}:{mark.line}: there is no {mark.kind} '{mark.name}' in scenarios/figures"
    for name, claim in CLAIMS.items():
        used['figure'] |= figures_of(claim)
        yield from (f"claim '{name}' asks for '{figure}', which is not in the ledger"
                    for figure in sorted(figures_of(claim) - FIGURES.keys()))
    for kind in ('figure', 'claim', 'table'):
        unused = [name for name in known[kind] if name not in used[kind]]
        if unused:
            yield f'no text needs {kind} {", ".join(unused)}; take it out of scenarios/figures'


def older_runs(written, curves, hashes_of, command_of):
    """Runs whose model, inputs or command are no longer those of today."""
    for name, run in RUNS.items():
        note = written.runs.get(name)
        if note is None:
            yield name, 'was never done'
        elif not still_holds(written.models.get(note['model']), curves):
            yield name, 'is older than the model (tests/golden)'
        elif note['inputs'] != hashes_of(note['inputs']):
            changed = [path for path, value in hashes_of(note['inputs']).items() if value != note['inputs'][path]]
            yield name, f'is older than {", ".join(changed)}'
        elif note['commands'] != command_of(run):
            yield name, 'was done with another command'


def ledger_moved(written):
    """Figures and tables that were never written, or that read something else now."""
    moved = [name for name, figure in FIGURES.items()
             if name not in written.figures or written.figures[name][0] != figure.says]
    moved += [name for name in TABLES if name not in written.tables]
    if moved:
        yield f'{len(moved)} figures or tables are new or read something else now: {", ".join(moved[:8])}' + (
            ' ...' if len(moved) > 8 else '') + f'; {REMEDY}'


def content_of(mark, written):
    """What a mark should hold; None where nothing is checked."""
    if mark.kind == 'figure' and mark.name in written.figures:
        return write(written.figures[mark.name][1], mark.form)
    if mark.kind == 'table' and mark.name in written.tables:
        return '\n'.join(['', *written.tables[mark.name], ''])
    return None


def other_than_written(texts, marks, written):
    for name, found in marks.items():
        for mark in found:
            wanted = content_of(mark, written)
            is_now = texts[name][mark.start:mark.end]
            if wanted is None or wanted == is_now:
                continue
            if mark.kind == 'table':
                yield f"{name}:{mark.line}: table '{mark.name}' is not what the command wrote; fill it: python3 scenarios/figures --fill"
            else:
                yield (f"{name}:{mark.line}: {mark.name} is '{is_now}' here, and the command wrote '{wanted}'; "
                       'fill it: python3 scenarios/figures --fill')


def without_value(marks, written):
    """Marks whose figure, or its interval, could not be told."""
    for name, found in marks.items():
        for mark in found:
            if mark.kind == 'figure' and mark.name in written.figures and '?' in content_of(mark, written):
                yield f"{name}:{mark.line}: '{mark.name}' has no value for the format {mark.form}"


def broken_claims(marks, written):
    """Messages for sentences whose claim no longer holds, with the figures."""
    for name, found in marks.items():
        for mark in found:
            claim = CLAIMS.get(mark.name) if mark.kind == 'claim' else None
            if claim is None or not figures_of(claim) <= written.figures.keys():
                continue
            holds, filled = held(claim, lambda figure: written.figures[figure][1])
            if not holds:
                yield f'{name}:{mark.line}: "{mark.sentence}" no longer holds: {mark.name}: {claim}, which is {filled}'


def problems(texts, written, curves, hashes_of, command_of, real=True):
    """All of the above, for texts {name: content}; what only the `real` size can hold is asked of that size."""
    marks, wrong = marks_in(texts)
    if wrong:
        return wrong
    wrong += unknown_and_unused(marks)
    older = list(older_runs(written, curves, hashes_of, command_of))
    for reason in dict.fromkeys(reason for _, reason in older):
        names = [name for name, why in older if why == reason]
        wrong.append(f'{", ".join(names)}: {reason}; {REMEDY}' + (f' --only {" ".join(names)}' if len(names) < 6 else ''))
    wrong += ledger_moved(written)
    wrong += other_than_written(texts, marks, written)
    if real:
        wrong += without_value(marks, written)
        wrong += broken_claims(marks, written)
    return wrong
