"""Who lives in a family of the list, and how the list ages to the first day (parts 5 and 6 of population.md)."""

import functools
from types import SimpleNamespace

import numpy as np

import members
from chance import halve

QUARTERS_OF_BIRTHS = 140
SPACING = 6


@functools.lru_cache(maxsize=None)
def _hazards(peak_age, spread, fertility):
    """The hazard of a birth in each quarter after the 15th birthday, scaled to the completed fertility."""
    ages = 15 + (np.arange(QUARTERS_OF_BIRTHS) + 0.5) / 4
    shape = np.exp(-((ages - peak_age) / spread) ** 2 / 2)

    def births(scale):
        """Mean births by 50: `may[k]` is the chance that the last birth was k quarters ago, at most the spacing."""
        may, total = np.zeros(SPACING + 1), 0.0
        may[SPACING] = 1
        for chance in 1 - np.exp(-scale * shape):
            born = may[SPACING] * chance
            may[SPACING] += may[SPACING - 1] - born
            may[2:SPACING] = may[1:SPACING - 1].copy()
            may[1] = born
            total += born
        return total

    return shape * halve(lambda scale: births(scale) - fertility, 0, 1)


def _candidates(count, draw, scenario, school_quarter):
    """Families as they were on the day of the list, in the school quarter given for each."""
    laws, world = scenario.population.families, scenario.world
    family = SimpleNamespace(older_children_home=laws.older_children_home)
    family.places = np.zeros((4, count), int)
    family.adult = np.zeros(count, int)
    family.persons = np.zeros(count, int)
    family.grown = np.zeros(count, int)
    family.working = np.zeros(count, int)
    family.female_head = draw("head", count) < laws.female_headed
    elders = draw("elders", count) < laws.elder_only
    _elders_alone(family, elders, draw)
    parents = ~elders
    mother = _mothers(count, draw)
    father = parents & ~family.female_head
    family.persons += np.where(father, 2, parents)
    _children(family, parents, mother, school_quarter, draw, laws, world)
    oldest = np.where(father, mother + 16, mother)
    grandparent = parents & (draw("grandparent", count) < laws.grandparent)
    older = mother + 80 + np.floor(64 * draw("age of grandparent", count)).astype(int)
    oldest = np.where(grandparent, np.maximum(oldest, older), oldest)
    family.persons += grandparent
    position = np.minimum(members.ADULT + oldest - 200, members.TRACK_ENDS)
    seated = members.take_first_empty(family.places, parents & (oldest >= 200), position)
    family.adult = np.where(parents & ~seated, oldest, 0)
    relatives = np.minimum(draw.stream("relatives").poisson(laws.relatives, count), 6)
    family.persons += np.where(parents, relatives, 0)
    disabled = draw("disabled", count) < laws.disabled
    family.persons += members.take_first_empty(family.places, disabled, members.DISABLED)
    family.persons = np.minimum(family.persons, 16)
    return family


def _elders_alone(family, elders, draw):
    """One or two elders, who take places in that order."""
    count = len(elders)
    for who, question in ((elders, "elder"), (elders & ~family.female_head & (draw("pair", count) >= 0.5), "second")):
        age = 240 + np.floor(100 * draw(question, count) ** 2).astype(int)
        members.take_first_empty(family.places, who, np.minimum(members.ADULT + age - 200, members.TRACK_ENDS))
        family.persons += who


def _mothers(count, draw):
    """Ages of mothers, in quarters of life."""
    bulk = 20 + 35 * draw.stream("mothers of the bulk").beta(1.6, 1.5, count)
    even = 17 + 48 * draw("mothers spread evenly", count)
    return np.floor(4 * np.where(draw("law of mothers", count) < 0.75, bulk, even)).astype(int)


def _children(family, parents, mother, school_quarter, draw, laws, world):
    """Births in the order of time, then the children of today, the youngest first."""
    count = len(mother)
    hazards = _hazards(laws.peak_age, laws.childbearing_sd, laws.completed_fertility)
    now = mother - 60
    last, births = np.full(count, -99), np.zeros(count, int)
    ages = np.full((count, 12), -1)
    for quarter, chance in enumerate(1 - np.exp(-hazards)):
        born = (draw(f"birth {quarter}", count) < chance) & (quarter - last >= SPACING)
        born &= parents & (quarter <= now) & (births < 12)
        ages[born, births[born]] = now[born] - quarter
        last[born] = quarter
        births += born
    stays = members.still_at_school(world.member_clocks)
    for child in reversed(range(12)):
        age = ages[:, child]
        exists = age >= 0
        position = np.minimum(members.BIRTH_POSITION[(school_quarter - age) % 4] + age, members.SCHOOL_ENDS)
        at_school = exists & (draw(f"at school {child}", count) < stays[position])
        members.take_first_empty(family.places, at_school, position)
        luck = draw(f"at home {child}", count)
        home = (exists & ~at_school & (position >= members.SCHOOL) & (age < 100)
                & (luck < laws.older_children_home))
        grown = home & (position >= members.SMP)
        family.persons += at_school | home
        if world.life_cycle.on:
            family.grown += grown
            family.working += grown & (luck < laws.older_children_home * world.life_cycle.works)


class _Question:
    """Draws of one batch of candidates."""

    def __init__(self, draws, batch):
        self.draws, self.batch = draws, batch

    def __call__(self, question, shape):
        return self.draws.uniform(0, f"{self.batch} {question}", shape)

    def stream(self, question):
        return self.draws.stream(0, f"{self.batch} {question}")


def _aged(count, question, scenario, check_chance, waits):
    """A batch of candidates on the first day; `there` says who is still in the programme, or may wait for it."""
    laws, world = scenario.population, scenario.world
    tenure = np.floor(question("tenure", count) * (laws.spending.tenure_max + 1)).astype(int)
    if waits:
        tenure = np.zeros(count, int)
    inside = tenure // 3
    listed = inside + round(4 * laws.families.registry_lag_years)
    today = scenario.school_quarter(0)
    family = _candidates(count, question, scenario, (today - listed) % 4)
    family.tenure = tenure
    family.paid = np.zeros(count, int)
    there, last_at_school = np.ones(count, bool), np.zeros(count, bool)
    commitment = world.natural_exit.commitment if world.natural_exit.on else 0
    listed_persons = family.persons.copy()
    for ago in range(int(listed.max()), -1, -1):
        # The step that leads to the state `ago` quarters before month 0; `listed` itself is the day of the list.
        moves = listed > ago
        pupil = ((family.places >= members.SCHOOL) & (family.places < members.SCHOOL_ENDS)).any(axis=0)
        if moves.any():
            members.step(family, world, (today - ago) % 4, lambda text, shape: question(f"{ago} {text}", shape),
                         moves=moves)
        due = members.entitlement(family.places, scenario.baseline.benefit)
        enters = inside == ago
        there &= ~(enters & (due == 0))
        last_at_school = (due == 0) & (pupil | last_at_school)
        chance = np.where(last_at_school, check_chance + (1 - check_chance) * commitment, check_chance)
        checked = (inside > ago) & (question(f"{ago} check", count) < chance)
        there &= ~(checked & (due == 0))
        family.paid = np.where(enters | checked, due, family.paid)
    if not world.life_cycle.on:
        born = ((family.places >= 4) & (family.places < members.SCHOOL_ENDS)
                & (family.places - 4 < listed)).sum(axis=0)
        family.persons = np.minimum(listed_persons + born, 16)
    family.there, family.last_at_school = there, last_at_school
    return family


def families_of_list(count, draws, scenario, institutions=1.0, waits=False, name=""):
    """`count` families that entered and are still in the programme on the first day, or that wait and are eligible."""
    checks = min(institutions / scenario.baseline.registry.cycle_months, 1) if scenario.world.natural_exit.on else 0
    check_chance = 1 - (1 - checks) ** 3
    parts, found, batch = [], 0, 0
    while found < count or not parts:
        question = _Question(draws, f"{'waiting' if waits else 'list'} {name} {batch}")
        part = _aged(max(2 * (count - found), 64), question, scenario, check_chance, waits)
        parts.append(part)
        found += int(part.there.sum())
        batch += 1
    names = ("places", "adult", "persons", "grown", "working", "female_head", "tenure", "paid",
             "last_at_school")
    together = SimpleNamespace(older_children_home=scenario.population.families.older_children_home)
    for each in names:
        together.__dict__[each] = np.concatenate([getattr(part, each)[..., part.there] for part in parts],
                                                 axis=-1)[..., :count]
    return together
