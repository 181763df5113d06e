"""The families of the first day: welfare, traits, assets, clocks and records (parts 7 to 11 of population.md)."""

import copy
from types import SimpleNamespace

import numpy as np

import first_list
import members
import past_mentoring
import workload
from chance import normal_quantile, rounded
from scenario import is_on

RUPIAH_OF_UNIT = 100000


class World:
    """Areas, districts, the balance of each district, and what all policies of a run begin with."""

    def __init__(self, scenario, areas, districts):
        self.scenario, self.areas, self.districts = scenario, areas, districts
        self.base_ratio = (scenario.baseline.caseload.households_per_facilitator
                           * districts.ratio_factor(scenario.baseline.caseload.allotment))
        known = {}
        self.past, self.due = [], []
        before = _switched_on(scenario)
        clocks = copy.deepcopy(before.world)
        clocks.workload.on = scenario.world.workload.on
        for d in range(districts.count):
            key = (districts.area[d], self.base_ratio[d], districts.institutions[d])
            if key not in known:
                known[key] = past_mentoring.PastMentoring(before, areas, districts.area[d], *key)
            self.past.append(known[key])
            self.due.append(workload.settled_month(clocks, scenario.baseline, areas.hard[key[0]], *key[1:]).due)
        lives = past_mentoring.spread_by_lives(scenario)
        shocks = scenario.world.lasting_shocks.sd ** 2 / 4
        self.reversion = np.minimum((lives + shocks) / (2 * areas.base_sd ** 2), 0.5)


def _switched_on(scenario):
    """The scenario of the past: what a switch takes away is what past mentoring had given."""
    before = copy.deepcopy(scenario)
    for name, group in vars(before.world).items():
        if hasattr(group, "on") and name != "assessment":
            group.on = True
    return before


def benefit_of(paid, line, persons):
    """A month's benefit in line-months, of a yearly entitlement in units of 100,000 rupiah."""
    return paid * RUPIAH_OF_UNIT / 12 / (line * persons)


def business_income(business, assets, skills):
    """What a family has more than without its business."""
    talent = 0.4 + 0.9 * skills
    return (past_mentoring.yield_of(business, assets, talent)
            + talent * (1 - business.displaced) * business.work)


def families_of_first_day(world, draws):
    """All families of a sample on the first day."""
    scenario, areas, districts = world.scenario, world.areas, world.districts
    family = _listed(districts, scenario, draws)
    count = len(family.district)
    family.area = districts.area[family.district]
    family.line = areas.line[family.area]
    family.lot = np.floor(128 * draws.uniform(0, "lot", count)).astype(int)
    _welfare(family, world, scenario, draws)
    _traits(family, areas, scenario, draws)
    _belongings(family, world, draws)
    _take_off_income(family, scenario)
    _contact(family, world)
    _clocks(family, world, draws)
    _record(family, world, draws)
    family.half_years = np.minimum(family.tenure // 6, 31)
    family.used_to = family.first_base + family.luck
    family.had_grant, family.by_grant = np.zeros(count, bool), np.zeros(count, bool)
    return family


def _of_programme(districts, scenario, draws):
    """Members of those in the programme; where districts check with different zeal, each has a draw of its own."""
    if np.all(districts.institutions == 1):
        return first_list.families_of_list(int(districts.families.sum()), draws, scenario)
    parts = [first_list.families_of_list(n, draws, scenario, v, name=str(number)) for n, v, number in
             zip(districts.families, districts.institutions, districts.number)]
    family = parts[0]
    for name, value in vars(family).items():
        if isinstance(value, np.ndarray):
            setattr(family, name, np.concatenate([getattr(part, name) for part in parts], axis=-1))
    return family


def _listed(districts, scenario, draws):
    """Members of all families; in each district those of the programme come first, then those that wait."""
    family = _of_programme(districts, scenario, draws)
    waiting = first_list.families_of_list(int(districts.waiting.sum()), draws, scenario, waits=True)
    waiting.paid[:] = 0
    every = np.arange(districts.count)
    district = np.concatenate([np.repeat(every, districts.families), np.repeat(every, districts.waiting)])
    waits = np.repeat([False, True], [districts.families.sum(), districts.waiting.sum()])
    order = np.lexsort((waits, district))
    for name, value in vars(waiting).items():
        if isinstance(value, np.ndarray):
            setattr(family, name, np.concatenate([getattr(family, name), value], axis=-1)[..., order])
    family.district, family.waits = district[order], waits[order]
    family.number = np.concatenate([np.arange(n) for n in districts.families + districts.waiting])
    return family


def _welfare(family, world_of_run, scenario, draws):
    """Base and shock of families whose score lies below the cut, and of those that come next."""
    areas, count = world_of_run.areas, len(family.area)
    n = world_of_run.districts.families[family.district]
    spending, world = scenario.population.spending, scenario.world
    base_sd, shock_sd = areas.base_sd[family.area], areas.shock_sd[family.area]
    score_sd = areas.score_sd[family.area]
    x = 1 - draws.uniform(0, "order of scores", count)
    x = np.where(family.waits, 1 + (family.number - n + x) / n, x)
    score = score_sd * normal_quantile(np.minimum(x * areas.chosen_share[family.area], 0.999))
    base = base_sd * draws.normal(0, "base", count)
    then = shock_sd * draws.normal(0, "shock then", count)
    error = spending.score_sd * draws.normal(0, "error of score", count)
    missing = score - (base + then + error)
    family.lasting = base + base_sd ** 2 / score_sd ** 2 * missing
    then = then + shock_sd ** 2 / score_sd ** 2 * missing
    k = world.shocks.keep ** family.tenure
    shock = k * then + shock_sd * np.sqrt(1 - k ** 2) * draws.normal(0, "shock since", count)
    family.luck = shock / world.money.passes
    spending_log = areas.mu[family.area] + family.lasting
    benefit = benefit_of(family.paid, family.line, family.persons) if world.money.benefit_on else 0.0
    without = np.log(np.maximum(1 - benefit * np.exp(-(spending_log + shock)), 0.55))
    family.first_base = np.clip(spending_log + without, -3, 3)
    family.first_shock = shock


def _traits(family, areas, scenario, draws):
    """Skills, access, digital literacy, self-confidence and habit, with willingness and clash."""
    count, traits = len(family.area), scenario.population.traits
    t = family.lasting / areas.base_sd[family.area]
    z0 = draws.normal(0, "shared by traits", count)
    c = traits.common_correlation
    for name, (mean, r) in past_mentoring.trait_laws(scenario.population).items():
        if name == "access":
            mean = mean + traits.access_per_school_year * areas.more_schooling[family.area]
        own = draws.normal(0, f"trait {name}", count)
        level = mean + traits.sd * (r * t + np.sqrt(c * (1 - r * r)) * z0 + np.sqrt((1 - c) * (1 - r * r)) * own)
        level = rounded(63 * np.clip(level, 0.02, 0.98)) / 63
        setattr(family, name, level)
        setattr(family, name + "_start", level)
    family.willingness = np.clip(rounded(32 * draws.normal(0, "willingness", count)) / 32, -4, 3.97)
    family.clash = clash_of(traits, draws.uniform(0, "clash", count))


def clash_of(traits, u):
    """The law of meeting hours in working hours, kept in 255ths."""
    return rounded(255 * np.minimum(-traits.clash_mean * np.log(1 - u), 0.9)) / 255


def _belongings(family, world, draws):
    """Assets, savings, businesses and cards."""
    scenario, count = world.scenario, len(family.area)
    traits, money = scenario.population.traits, scenario.world.money
    u = 1 - draws.uniform(0, "assets", count)
    drawn = np.minimum(past_mentoring.ASSETS_TIMES_MEAN * traits.assets_mean * (-np.log(u)) ** 1.5,
                       past_mentoring.MOST_ASSETS)
    family.assets_start = rounded(64 * drawn) / 64
    c = money.buffer_follows_assets
    follows = 1 - c + c * drawn / traits.assets_mean
    family.savings = traits.savings_mean * follows * (0.5 + draws.uniform(0, "savings", count))
    family.business = np.zeros(count, bool)
    family.assets = family.assets_start.copy()
    u = draws.uniform(0, "business", count)
    for d, past in enumerate(world.past):
        here = family.district == d
        m = drawn[here] / traits.assets_mean
        has = u[here] < past.chance_of_business(m)
        family.business[here] = has
        family.assets[here] *= np.where(has, past.with_one, past.others)
    family.assets = np.clip(family.assets, 0, 20)
    family.card_away = draws.uniform(0, "card away", count) < traits.card_away_share


def _take_off_income(family, scenario):
    """Lasting earnings are kept less the income of a business."""
    world = scenario.world
    income = np.where(family.business, business_income(world.enterprise, family.assets, family.skills), 0)
    if not is_on(world.enterprise):
        income = np.zeros(len(income))
    less = np.log(np.maximum(1 - income / np.exp(family.first_base + family.luck), 0.3))
    family.base = np.clip(family.first_base + np.where(income > 0, less, 0), -3, 3)
    family.earnings, family.income = family.base.copy(), income


def _contact(family, world):
    """The contact that a family of the programme remembers."""
    family.contact = np.zeros(len(family.area))
    for d, past in enumerate(world.past):
        here = family.district == d
        family.contact[here] = past.contact_of(family.habit[here], family.clash[here])
    family.contact = np.where(family.waits, 0, family.contact)


def _clocks(family, world, draws):
    """Months since assessed, and months running able."""
    scenario, count = world.scenario, len(family.area)
    gap = workload.gaps(scenario.world, scenario.baseline, family.lot)
    q = np.array(world.due)[family.district]
    y = draws.uniform(0, "clock", count) * (gap + 1 / np.maximum(q, 1e-9))
    u = draws.uniform(0, "wait", count)
    with np.errstate(divide="ignore", invalid="ignore"):
        waits = np.where(q >= 1, 0, np.log(1 - u) / np.log(1 - np.minimum(q, 1 - 1e-12)))
    since = np.where(y < gap, np.floor(y), np.floor(gap + waits))
    family.since = np.where(q > 0, np.minimum(since, 127), 127).astype(int)
    readiness = scenario.world.readiness
    above = np.exp(family.base) + family.income > readiness.multiple
    family.ready_for = np.where(above, np.minimum(readiness.months + family.number % 12, 120), 0)


def _record(family, world, draws):
    """What the register says of a family, and how old that is."""
    scenario, count = world.scenario, len(family.area)
    lives, cycle = scenario.world, scenario.baseline.registry.cycle_months
    check = np.minimum(world.districts.institutions / cycle, 1)[family.district]
    check = np.where(family.waits, 1 / cycle, check)
    u = 1 - draws.uniform(0, "age of record", count)
    with np.errstate(divide="ignore"):
        age = np.where(check >= 1, 0, np.floor(np.log(u) / np.log(1 - np.minimum(check, 1 - 1e-12))))
    family.record_age = np.minimum(age, 63).astype(int)
    k = lives.shocks.keep ** family.record_age if lives.shocks.on else np.ones(count)
    luck_sd = world.areas.shock_sd[family.area] / lives.money.passes
    noise = lives.registry.noise_sd if lives.registry.on else 0.0
    found = (np.log(np.exp(family.base) + family.income) + k * family.luck
             + np.sqrt(luck_sd ** 2 * (1 - k ** 2) + noise ** 2) * draws.normal(0, "record", count))
    family.record = record_of(found)


def record_of(welfare):
    """Welfare as the register keeps it."""
    return np.clip(np.floor(40 * (welfare + 1.6) + 0.5), 0, 127).astype(int)


def true_entitlement(family, scenario):
    """What members entitle families to on the first day."""
    return members.entitlement(family.places, scenario.baseline.benefit)


def empty_like(family):
    """A copy of all families, to live under one policy."""
    copied = {name: value.copy() if isinstance(value, np.ndarray) else value for name, value in vars(family).items()}
    return SimpleNamespace(**copied)
