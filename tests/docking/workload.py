"""Hours of a post, fatigue and the settled month of the baseline (workload of model.md, part 10 of population.md)."""

from types import SimpleNamespace

import numpy as np

from chance import rounded
from scenario import is_on


def place(work, hard):
    """What differs between easy and hard-to-reach places, at a share of these."""
    def between(name):
        easy, difficult = getattr(work, name + "_easy"), getattr(work, name + "_hard")
        return easy + hard * (difficult - easy)
    return SimpleNamespace(**{name: between(name) for name in
                              ("admin_per_family", "check_hours", "group_size", "session_travel", "visit_travel")})


def session_hours(work, levers, at):
    """What a session takes of a facilitator's hours."""
    hours = levers.sessions.hours + work.preparation + at.session_travel
    return hours * (1 + levers.sessions.evening_share * (work.evening_hours - 1))


def visit_hours(work, at):
    """What a visit takes of a facilitator's hours."""
    return work.visit + work.visit_note + at.visit_travel


def month_of_post(world, levers, at, families, fullness, fatigue, checks_more=1.0):
    """What a post of this fullness, with so many families and this fatigue, does in a month."""
    work = world.workload
    session, visit = session_hours(work, levers, at), visit_hours(work, at)
    planned = families / at.group_size * levers.sessions.per_month
    rested = 1 - work.fatigue_loss * fatigue
    contracted = np.maximum(work.contracted * fullness, 1e-9)
    admin = ((work.fixed_admin + levers.duties.hours_per_month + levers.staff.supervision) * fullness
             + (at.admin_per_family + checks_more * at.check_hours / levers.registry.cycle_months) * families)
    duties = admin + planned * session
    demand = duties + work.visits_expected * families * visit
    overtime = np.clip(duties / contracted - 1, 0, work.overtime_share)
    hours = contracted * (1 + overtime) * rested
    rushed = np.clip((duties - hours) / np.maximum(admin, 1e-9), 0, work.rush)
    if not work.on:
        return SimpleNamespace(planned=planned, held=planned, visits=work.visits_expected * families * visit,
                               checks=np.ones(np.shape(families)), load=demand / contracted)
    left = np.maximum(hours - admin * (1 - rushed), 0)
    visits = np.maximum(work.visit_reserve * left, left - planned * session)
    return SimpleNamespace(planned=planned, held=(left - visits) / session, visits=visits,
                           checks=np.minimum(1, hours / np.maximum(admin * (1 - work.rush), 1e-9)),
                           load=demand / (contracted * rested))


def tire(world, levers, fatigue, load, resilience):
    """Fatigue at the end of a month."""
    work = world.workload
    if not work.on:
        return fatigue
    relief = supervised(world, levers) * world.supervision.relief
    goal = np.clip(work.fatigue_at_full_load + work.fatigue_slope * (load - 1) + work.resilience_sd * resilience, 0, 1)
    return fatigue + work.fatigue_speed * ((1 - relief) * goal - fatigue)


def supervised(world, levers):
    """How much hours with a supervisor are felt."""
    hours = levers.staff.supervision
    return hours / (hours + world.supervision.half_hours) if hours else 0.0


def settled_fatigue(world, levers, at, families, resilience, checks_more=1.0):
    """The fatigue to which sixty months of the load of one post with so many families lead."""
    fatigue = np.full(np.shape(resilience), world.workload.fatigue_at_full_load)
    for _ in range(60):
        load = month_of_post(world, levers, at, families, 1.0, fatigue, checks_more).load
        fatigue = tire(world, levers, fatigue, load, resilience)
    return fatigue


def leaving_chance(world, fatigue):
    """The monthly chance that a facilitator leaves."""
    return (world.turnover.leaving + world.turnover.leaving_fatigue * fatigue ** 2) / 12 if world.turnover.on else 0.0


def gaps(world, levers, lots):
    """Months between two assessments of a family, by its lot."""
    l = lots * 37 % 128
    delay = rounded(levers.mentoring.split_roles * world.assessment.split_delay)
    gap = levers.assessment.gap * (1 + world.assessment.gap_spread * (2 * l / 127 - 1)) + delay
    return np.minimum(rounded(gap), 127)


def settled_month(world, levers, hard, ratio, institutions=1.0):
    """The month of the baseline that has settled: hours for each family, the rate of visits, and what follows.

    `visits` is the rate at which a family is visited, `due` the chance that one whose assessment is due is visited,
    `sessions` how often a group meets.
    """
    at = place(world.workload, hard)
    fatigue = settled_fatigue(world, levers, at, ratio, 0.0, institutions)
    leaving = leaving_chance(world, fatigue)
    missing = leaving / (leaving + world.turnover.filling) if leaving else 0.0
    covered = levers.caseload.vacancy_cover == "team"
    lent = min(missing / (1 - missing), 1) if covered else 0.0
    month = month_of_post(world, levers, at, ratio * (1 + lent), 1.0, fatigue, institutions)
    hours = month.visits / (ratio * (1 + lent))
    sessions = min(month.held / (ratio * (1 + lent) / at.group_size), 2)
    visit = visit_hours(world.workload, at)
    gap = gaps(world, levers, np.arange(128)).mean()
    first_due = levers.visits.targeting == "due"
    coverage = levers.assessment.coverage * institutions / (1 + levers.assessment.coverage * (institutions - 1))
    part = coverage * world.assessment.assess_hours

    def due_chance(v):
        """The chance a month that a family that is due is visited."""
        if not is_on(world.assessment):
            return 0.0
        if not first_due:
            return min(v, 1)
        return 1.0 if v * gap >= 1 else min(v / (1 - v * gap), 1)

    low, high = 0.0, float(hours / visit)
    for _ in range(60):
        v = (low + high) / 2
        q = due_chance(v)
        if v * visit + part * q / (1 + gap * q) > hours:
            high = v
        else:
            low = v
    v = (low + high) / 2
    return SimpleNamespace(visits=v, due=due_chance(v), sessions=float(sessions), fatigue=float(fatigue),
                           missing=missing)
