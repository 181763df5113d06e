"""written.json: what the command wrote, and of which model, inputs and commands. The texts are held to it."""
import json
import math

from paths import ROOT, WRITTEN
from runs import name_of_model
from wording import Value


class Written:
    """`models` {name: curves}; `runs` {name: note of the run}; `figures` {id: [says, Value]}; `tables` {name: lines}."""

    def __init__(self, path=None):
        self.path = path or ROOT / WRITTEN
        held = json.loads(self.path.read_text(encoding='utf-8')) if self.path.exists() else {}
        self.models = held.get('models', {})
        self.runs = held.get('runs', {})
        self.figures = {name: (says, Value(*(math.nan if x == '?' else float(x) for x in numbers.split())))
                        for name, (numbers, says) in held.get('figures', {}).items()}
        self.tables = held.get('tables', {})

    def note(self, name, note):
        """What is known of a run; the curves of a model are written once."""
        curves = note['curves']
        model = name_of_model(curves)
        self.models[model] = curves
        self.runs[name] = {'model': model} | {key: value for key, value in note.items() if key != 'curves'}

    def put(self, name, says, value):
        """Six digits: what is written is what is compared."""
        ends = (value.lower, value.upper) if value.has_interval else ()
        self.figures[name] = (says, Value(*(float(f'{x:.6g}') for x in (value.mean, *ends))))

    def save(self):
        def numbers(value):
            shown = (value.mean, value.lower, value.upper) if value.has_interval else (value.mean,)
            return ' '.join('?' if math.isnan(x) else f'{x:.6g}' for x in shown)
        used = {note['model'] for note in self.runs.values()}
        held = {'models': {name: curves for name, curves in sorted(self.models.items()) if name in used},
                'runs': dict(sorted(self.runs.items())),
                'figures': {name: (numbers(value), says) for name, (says, value) in sorted(self.figures.items())},
                'tables': dict(sorted(self.tables.items()))}
        # One line a figure, so that a change shows which figures moved.
        text = json.dumps(held, indent=1, ensure_ascii=False)
        for name, pair in held['figures'].items():
            text = text.replace(json.dumps(list(pair), indent=1, ensure_ascii=False).replace('\n', '\n  '),
                                json.dumps(list(pair), ensure_ascii=False))
        self.path.write_text(text + '\n', encoding='utf-8')
