"""Where things are."""
from pathlib import Path

SCENARIOS = Path(__file__).resolve().parent.parent
ROOT = SCENARIOS.parent
GOLDEN = ROOT / 'tests/golden'
WRITTEN = 'scenarios/figures/written.json'
TEXTS = ('README.md', 'scenarios/README.md', 'scenarios/what_came_out.md', 'scenarios/evidence.md', 'scenarios/policy_note.md')
