"""A scenario as the program resolves it, defaults included.

Parameters are read from `resolved.yaml`, which the program writes beside its results, so a default that changes there
changes here.
"""

from types import SimpleNamespace

import yaml


def _as_names(value):
    """Maps become namespaces; the key `on`, which YAML reads as a truth value, becomes a word again."""
    if isinstance(value, dict):
        return SimpleNamespace(**{"on" if key is True else str(key): _as_names(entry) for key, entry in value.items()})
    return value


def _laid_over(base, other):
    """Maps of `other` are laid over `base`, key by key."""
    if not isinstance(base, dict) or not isinstance(other, dict):
        return other
    merged = dict(base)
    for key, entry in other.items():
        merged[key] = _laid_over(base[key], entry) if key in base else entry
    return merged


# What this implementation does not follow must be as it is by default: {path: values with which nothing happens}.
NOT_FOLLOWED = {
    "population.intake.new_families": (0,), "policy.caseload.more_facilitators": (0,),
    "policy.registry.keep_deciles": (0,), "policy.time_limit.then": ("leave",),
    "policy.assessment.calendar": ("any",), "policy.criteria.line": ("margin", "multiple", "decile"),
    "policy.criteria.months": (1,), "policy.approval.months": (0,), "policy.approval.capacity": (0,),
    "policy.staff.selection": (0,), "policy.staff.incentive": (0,), "policy.target.families": (0,),
    "policy.target.per_facilitator": (0,),
}


class Scenario:
    """World, population and the levers of each policy, all by name."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            read = yaml.safe_load(file)
        self.population = _as_names(read["population"])
        self.world = _as_names(read["world"])
        self.months = read["run"]["months"]
        year, month = str(read["run"]["start"]).split("-")[:2]
        self.start_year, self.start_month = int(year), int(month)
        baseline = read["policies"][0]
        self.policies = {policy["name"]: _as_names(_laid_over(baseline, policy)) for policy in read["policies"]}
        self.baseline = self.policies[baseline["name"]]
        self._refuse(read)

    def _refuse(self, read):
        """A scenario with something that is not followed here would be compared in vain."""
        wrong = [path for path, values in NOT_FOLLOWED.items() for root in self._roots(path)
                 if _value(root, path) not in values]
        wrong += [f"population.{name}" for name in ("households_csv", "years_csv") if name in read["population"]]
        wrong += [f"policies.{name}" for policy in read["policies"]
                  for name in ("changes", "events", "from", "where", "phase_in_months") if name in policy]
        if wrong:
            raise SystemExit("not followed by the second implementation: " + ", ".join(sorted(set(wrong))))

    def _roots(self, path):
        """Where a path is looked up: in every policy, or in the scenario itself."""
        return list(self.policies.values()) if path.startswith("policy.") else [self]

    def calendar_month(self, month):
        """1 for January to 12, of month 1, 2, ... of the run; 0 is the month before it."""
        return (self.start_month - 1 + month - 1) % 12 + 1

    def opens_quarter(self, month):
        """Quarters open in January, April, July and October."""
        return self.calendar_month(month) % 3 == 1

    def school_quarter(self, month):
        """0 from July, 1 from October, 2 from January, 3 from April."""
        return ((self.calendar_month(month) - 1) // 3 + 2) % 4


def _value(root, path):
    """The value at a path; the word `policy` stands for the policy that is looked at."""
    for name in path.removeprefix("policy.").split("."):
        root = getattr(root, name)
    return root


def is_on(group):
    """Whether a mechanism of the world is switched on."""
    return getattr(group, "on", True)
