"""The runs that the texts quote, and how they are done, kept and recognised."""
import csv
import hashlib
import io
import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass

from paths import GOLDEN, ROOT, SCENARIOS


class RunError(Exception):
    pass


@dataclass(frozen=True)
class Run:
    """`steps`: (folder, words of a command), folders below the run's own; `small`: options that CI adds."""
    name: str
    steps: tuple
    small: str


def one(name, command, small='--households 2000 --replicates 2'):
    return Run(name, (('', command),), small)


def several(name, commands, small='--households 2000 --replicates 2'):
    return Run(name, tuple(commands.items()), small)


def switches():
    """Every switch of a mechanism, as sim/parameters.md lists them (a test holds it to the program)."""
    text = (ROOT / 'sim/parameters.md').read_text(encoding='utf-8')
    return re.findall(r'^\| `world\.((?:\w+\.)+(?:\w+_)?on)` \| [^|]+ \| true \|', text, re.MULTILINE)


def scenario(name, options=''):
    return f'run scenarios/{name}.yaml {options}'.strip()


MECHANISMS = {'everything-on': scenario('today', '--replicates 4 --format csv-full')} | {
    switch: scenario('today', f'--replicates 4 --format csv-full --set world.{switch}=false')
    for switch in switches()}

RATIO = 'policy.caseload.households_per_facilitator'
TARGETS = {f'{structure}-{name}': scenario(file, f'--replicates 4 --set world.enterprise.structure={structure}')
           for structure in ('concave', 'threshold') for name, file in (('today', 'today'), ('trial', 'caseload_trial'))}

FEWER = '--replicates 5'   # effects far above chance
ASKED = '--households 50000 --replicates 4'   # questions officials ask: all of them in a few minutes

RUNS = {run.name: run for run in (
    one('ratios', scenario('caseload_ratios')),
    one('frozen', scenario('frozen_economy')),
    several('able', {'off': scenario('becoming_able', '--format csv-full --set world.contact.on=false'),
                     'on': scenario('becoming_able', '--format csv-full'), 'compared': 'compare off on'},
            '--households 500 --draws 24'),
    one('workload', scenario('workload_curve')),
    several('knee', {f'reserve-{reserve}': scenario(
        'workload_curve', f'--households 20000 --replicates 2 --set world.workload.visit_reserve={reserve}')
        for reserve in (0, 0.25)} | {f'hours-{hours}': scenario(
            'workload_curve', f'--households 20000 --replicates 2 --set world.workload.contracted={hours}')
            for hours in (140, 173)}),
    one('evening', scenario('evening_sessions')),
    one('strengths', scenario('strengths_based')),
    one('competence', scenario('competence')),
    one('resources', scenario('resources')),
    one('registry', scenario('registry_quality', FEWER)),
    one('subjectivity', scenario('subjectivity', FEWER)),
    one('cards', scenario('card_custody')),
    one('partners', scenario('partners')),
    one('labelling', scenario('labelling', FEWER)),
    one('limit', scenario('time_limit', FEWER)),
    one('targets', scenario('targets', FEWER)),
    one('support', scenario('exit_support', FEWER)),
    one('staff', scenario('staff', ASKED)),
    one('approvals', scenario('approvals', ASKED)),
    one('ten', scenario('ten_exits', ASKED)),
    one('deciles', scenario('deciles_one_to_four', ASKED)),
    one('assessed', scenario('five_years_assessed', ASKED)),
    one('pena', scenario('pena_places', ASKED)),
    one('modules', scenario('modules', '--households 20000 --draws 40'), '--households 400 --draws 10'),
    one('more', scenario('more_facilitators', ASKED)),
    one('net', scenario('net_saving', ASKED)),
    one('islands', scenario('caseload_by_island', ASKED)),
    one('package', scenario('full_package')),
    one('grant', scenario('grant')),
    one('history', scenario('history_2017_2025', '--format csv-full'), '--households 1000 --draws 4'),
    one('uncertainty', scenario('caseload_uncertainty'), '--households 400 --draws 24 --replicates 1'),
    one('priors', scenario('priors'), '--households 400 --draws 24 --replicates 1'),
    one('drawn', scenario('caseload_ratios', '--draws 40 --replicates 2 --households 20000'),
        '--households 500 --draws 10'),
    one('training', scenario('training_or_caseload')),
    one('spread', scenario('caseload_spread')),
    one('hurt', scenario('caseload_ratios', '--households 50000 --replicates 8 '
                                            '--set output.strata=[welfare_fifth,sex_of_head]')),
    one('care', scenario('care', ASKED)),
    one('closed', scenario('caseload_ratios', '--households 50000 --replicates 4 --set policy.programme.quota=0')),
    several('mechanisms', MECHANISMS | {'compared': 'compare ' + ' '.join(MECHANISMS)},
            '--households 500 --replicates 2'),
    one('attribution', 'attribute scenarios/caseload_attribution.yaml --replicates 5', '--households 100 --replicates 2 --months 24'),
    one('optimum', 'optimise scenarios/today.yaml', '--households 1000 --replicates 2'),
    one('allotment', 'optimise scenarios/allotment.yaml --json',
        '--households 2000 --replicates 2'),
    several('baseline', TARGETS | {'panel': 'evidence scenarios/calibration'}),
    one('evidence', 'evidence scenarios/evidence --draws 40', '--households 500 --draws 20'),
)}


def processor_seconds():
    """Of all commands so far: a measure that does not move when a machine is shared."""
    times = os.times()
    return times.children_user + times.children_system


def what_is_read(text):
    """An input without its comments and empty lines, which move no result. A # within quotes begins none."""
    lines = (re.sub(r'(^|\s+)#[^"\']*$', '', line) if not line.lstrip().startswith('#') else '' for line in text.splitlines())
    return '\n'.join(line for line in lines if line.strip())


def hash_of(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


# Columns for readers, which follow from others or from the codebook: no figure is in them.
FOR_READING = ('date', 'unit', 'label', 'split', 'group')


def value_of(field):
    """A field in one form: 1e+07 and 10000000 are the same figure. Text stays as it is."""
    try:
        return f'{float(field):.7g}'
    except ValueError:
        return field


def golden_curves(folder=GOLDEN):
    """{measure: hash of its curves in the golden files}: the model that a result belongs to. How a figure is written,
    and what is written beside it for readers, does not count. A golden file without measures is input and counts as a
    whole."""
    lines = {}
    for path in sorted(folder.glob('*.csv')):
        text = path.read_text(encoding='utf-8')
        header, *rows = csv.reader(io.StringIO(text))
        if 'measure' not in header:
            lines[path.name] = [text]
            continue
        kept = [at for at, column in enumerate(header) if column not in FOR_READING]
        for row in rows:
            line = ' '.join([path.name, *(value_of(row[at]) for at in kept)])
            lines.setdefault(row[header.index('measure')], []).append(line)
    return {measure: hash_of('\n'.join(found)) for measure, found in sorted(lines.items())}


def name_of_model(curves):
    return hash_of(' '.join(f'{measure} {value}' for measure, value in curves.items()))


def still_holds(curves, now):
    """Whether a result of a model with these curves is one of the model of now: a new measure moves no old curve."""
    return bool(curves) and all(now.get(measure) == value for measure, value in curves.items())


def input_hashes(inputs):
    """{path below the repository: hash of what is read of it}; a file that is gone has none."""
    def hash_at(path):
        return hash_of(what_is_read(path.read_text(encoding='utf-8'))) if path.exists() else ''
    return {name: hash_at(ROOT / name) for name in sorted(inputs)}


class Runner:
    """Does runs with `program` into folders below `root`, at the real or the small size."""

    def __init__(self, program, root, small, jobs, say=lambda text: print(text, flush=True)):
        self.program, self.root, self.small, self.jobs, self.say = program, root, small, jobs, say

    def words(self, run, command):
        """The words of a step; of an option given twice the small one counts."""
        words = shlex.split(command)
        if not self.small or words[0] == 'compare':
            return words
        small = shlex.split(run.small)
        if words[0] == 'evidence':
            small = [w for o, v in zip(small[::2], small[1::2]) for w in (o, v) if o != '--replicates']
        kept, skip = [], False
        for word in words:
            if not skip and word not in small[::2]:
                kept.append(word)
            skip = not skip and word in small[::2]
        return kept + small

    def kept(self, run):
        """What is known of a finished run, when its results are those of today's model, inputs and command."""
        try:
            note = json.loads((self.root / run.name / 'finished.json').read_text(encoding='utf-8'))
        except (OSError, ValueError):
            return None
        same = (still_holds(note.get('curves'), golden_curves()) and note.get('commands') == self.commands(run)
                and note.get('inputs') == input_hashes(note.get('inputs', {})))
        return note if same else None

    def commands(self, run):
        return [' '.join(['graduasi', *self.words(run, command)]) for _, command in run.steps]

    def do(self, run, again=False):
        """The note of a run, which is done unless its results are kept."""
        note = None if again else self.kept(run)
        if note:
            self.say(f'{run.name}: kept')
            return note
        began = processor_seconds()
        (self.root / run.name / 'finished.json').unlink(missing_ok=True)
        inputs = set()
        for folder, command in run.steps:
            inputs |= self.step(run, self.root / run.name / folder, self.words(run, command))
        note = {'curves': golden_curves(), 'commands': self.commands(run), 'inputs': input_hashes(inputs),
                'seconds': round(processor_seconds() - began, 1)}
        (self.root / run.name / 'finished.json').write_text(json.dumps(note, indent=1), encoding='utf-8')
        self.say(f'{run.name}: {note["seconds"]} s')
        return note

    def step(self, run, folder, words):
        """Does one command; the files that it read."""
        folder.mkdir(parents=True, exist_ok=True)
        if words[0] == 'compare':
            words = ['compare'] + [str(self.root / run.name / name) for name in words[1:]]
        else:
            words = words + ['--quiet', '-j', str(self.jobs)]
        if words[0] in ('run', 'attribute', 'optimise'):
            words.append('--no-report')
        done = subprocess.run([str(self.program), *words, '--output', str(folder), '--force'], cwd=ROOT,
                              capture_output=True, text=True)
        (folder / 'said.txt').write_text(done.stdout, encoding='utf-8')
        # 4: a trial that is not reproduced, which is a result.
        if done.returncode not in (0, 4):
            raise RunError(f'{run.name}: graduasi {shlex.join(words)} ended with {done.returncode}:\n{done.stderr}')
        manifest = folder / 'manifest.json'
        read = json.loads(manifest.read_text(encoding='utf-8')).get('inputs', {}) if manifest.exists() else {}
        return {relative(name) for name in read}


def relative(name):
    path = (ROOT / name).resolve()
    if not path.is_relative_to(ROOT):
        raise RunError(f'{path} was read, and it lies outside the repository')
    return str(path.relative_to(ROOT))


def require_same_model(program, work):
    """Refuses a program whose curves are not those of the golden files."""
    work.mkdir(parents=True, exist_ok=True)
    for scenario in sorted(GOLDEN.glob('*.yaml')):
        done = subprocess.run([str(program), 'run', str(scenario), '-o', str(work / 'golden'), '--force', '--quiet',
                               '--no-report'], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f'figures: {program} cannot run tests/golden/{scenario.name}:\n{done.stderr}')
        if (work / 'golden/summary.csv').read_bytes() != scenario.with_suffix('.summary.csv').read_bytes():
            sys.exit(f'figures: {program} gives other curves than tests/golden. Build it, or approve the golden files '
                     'first: sh tests/golden/golden.sh PROGRAM build/golden --approve')
