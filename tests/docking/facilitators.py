"""Posts, caseloads, hours, vacancies, competence and turnover (posts to supervision of model.md)."""

from types import SimpleNamespace

import numpy as np

import past_mentoring
import workload

CIRCLE = 16
TRAITS = ("talent", "resilience", "noise", "bias", "reluctance", "integrity")


def fraction(x):
    """The part of a number behind its point."""
    return x - np.floor(x)


class Facilitators:
    """The people of all districts under one policy; one row a district, one column a person."""

    def __init__(self, world, draws, family, people):
        self.world, self.draws, self.people = world, draws, people
        districts, scenario = world.districts, world.scenario
        self.districts, self.lives = districts, scenario.world
        self.shape = (districts.count, people)
        self.at = workload.place(scenario.world.workload, districts.of_area(world.areas.hard)[:, None])
        self.traits = {name: draws.normal(0, f"person {name}", self.shape) for name in TRAITS}
        self._first_day(scenario)
        self.keeper = draws.uniform(0, "keeper", self.shape) < self.lives.card_custody.keepers
        self.bank = np.zeros(self.shape)
        self.turn = draws.uniform(0, "turn", self.shape)
        self.ratio = None
        self._places(family)

    def _first_day(self, scenario):
        """Those employed on the first day are settled; all others are beginners whenever they are hired."""
        turnover = self.lives.turnover
        families, ratio = self.districts.families[:, None], self.world.base_ratio[:, None]
        employed = np.arange(self.people)[None, :] < np.floor(families / ratio + 1)
        fatigue = workload.settled_fatigue(self.lives, scenario.baseline, self.at, ratio + np.zeros(self.shape),
                                           self.traits["resilience"], self.districts.institutions[:, None])
        leaving = workload.leaving_chance(self.lives, fatigue) + np.zeros(self.shape)
        u = 1 - self.draws.uniform(0, "months in the post", self.shape)
        months = np.minimum(-np.log(u) / np.maximum(leaving, 1e-12), 480)
        missing = self.draws.uniform(0, "missing", self.shape) < leaving / (leaving + turnover.filling)
        self.fatigue = np.where(employed, fatigue, turnover.newcomer_fatigue)
        self.months = np.where(employed, months, 0)
        self.vacant = employed & missing
        self.gain = np.zeros(self.shape)

    def _places(self, family):
        """Where families lie in memory: registers of sixteen, filled up at the end of a district."""
        registers = -(-(self.districts.families + self.districts.waiting) // CIRCLE)
        first = np.concatenate([[0], np.cumsum(registers)[:-1]])
        family.circle = first[family.district] + family.number // CIRCLE
        self.place = family.circle * CIRCLE + family.number % CIRCLE
        self.register_district = np.repeat(np.arange(self.districts.count), registers)
        self.first_register = first
        self.of_register, self.fullness = np.zeros(len(self.register_district), int), np.zeros(self.shape)

    def staff(self, family, levers, month, entered):
        """Posts of the month, and caseloads cut anew where they are set."""
        scenario = self.world.scenario
        active = family.active
        ratio = levers.caseload.households_per_facilitator * self.districts.ratio_factor(levers.caseload.allotment)
        if month <= levers.staff.recruitment_months:
            ratio = np.maximum(ratio, self.world.base_ratio)
        january = scenario.calendar_month(month) == 1
        count = np.bincount(family.district[active], minlength=self.districts.count)
        asked = self.ratio is None or not np.array_equal(ratio, self.ratio)
        if asked or (january and levers.caseload.staffing == "keep_ratio"):
            self.posts = np.maximum(count, 1e-9) / ratio
            self.ratio = ratio
        if asked or january:
            entered = np.ones(self.shape[0], bool)
        if entered.any():
            self._cut(family, count, entered)

    def _cut(self, family, count, where):
        """Caseloads of some districts are cut anew, along the registers, evenly by active families."""
        caseloads = np.maximum(np.ceil(self.posts - 1e-9), 1).astype(int)
        registers = len(self.register_district)
        active = np.bincount(family.circle[family.active], minlength=registers)
        so_far = np.cumsum(active) - active
        so_far = so_far - so_far[self.first_register][self.register_district]
        d = self.register_district
        caseload = np.minimum(so_far * caseloads[d] // np.maximum(count[d], 1), caseloads[d] - 1)
        anew = d * self.people + caseload
        self.of_register = np.where(where[d], anew, self.of_register)
        self.of_family = self.of_register[family.circle]
        size = self.shape[0] * self.people
        self.places_of = CIRCLE * np.bincount(self.of_register, minlength=size)
        order = np.full(size, registers)
        np.minimum.at(order, self.of_register, np.arange(registers))
        self.place_in_caseload = self.place - CIRCLE * order[self.of_family]
        mine = self.families_of(family).astype(float)
        fullness = mine / np.maximum(count[:, None], 1) * self.posts[:, None]
        self.fullness = np.where(where[:, None], fullness, self.fullness)
        self.exists = mine > 0

    def families_of(self, family):
        """Active families of each caseload."""
        size = self.shape[0] * self.people
        return np.bincount(self.of_family[family.active], minlength=size).reshape(self.shape)

    def skill(self):
        """Talent, training and experience, in standard deviations of competence."""
        competence = self.lives.competence
        if not competence.on:
            return self.traits["talent"]
        green = competence.novice * np.maximum(1 - self.months / competence.novice_months, 0)
        return self.traits["talent"] + self.gain + green

    def hours(self, family, levers):
        """What every post holds, visits and checks in the month, vacancies covered by their team."""
        n = self.families_of(family).astype(float)
        vacant, present = self.vacant & self.exists, ~self.vacant & self.exists
        team = np.arange(self.people) // self.lives.turnover.team
        teams = team.max() + 1
        of_team = (np.arange(self.shape[0])[:, None] * teams + team[None, :]).ravel()

        def summed(values):
            of_each = np.bincount(of_team, weights=values.ravel(), minlength=self.shape[0] * teams)
            return of_each[of_team].reshape(self.shape)

        missed, there = summed(n * vacant), summed(n * present)
        lent = np.minimum(missed / np.maximum(there, 1e-9), 1) * (there > 0)
        if levers.caseload.vacancy_cover != "team":
            lent = np.zeros(self.shape)
        more = self.districts.institutions[:, None]
        month = workload.month_of_post(self.lives, levers, self.at, n * (1 + lent), self.fullness, self.fatigue, more)
        quality = past_mentoring.good_quality(self.lives, levers, self.skill(), self.fatigue)

        def shared(values):
            """Own part of who is present; of vacant posts what colleagues lend, by families."""
            given = summed(np.where(present, values * lent / (1 + lent), 0))
            return np.where(present, values / (1 + lent), np.where(vacant, given * n / np.maximum(missed, 1e-9), 0))

        def mean_of_present(values):
            return summed(np.where(present, values * n, 0)) / np.maximum(there, 1e-9)

        cover = np.where(missed > 0, lent * there / np.maximum(missed, 1e-9), 0)
        self.held, self.visits_hours = shared(month.held), shared(month.visits)
        self.planned = n / self.at.group_size * levers.sessions.per_month * self.exists
        self.checks = np.where(present, month.checks, np.where(vacant, mean_of_present(month.checks) * cover, 0))
        self.quality = np.where(present, quality, np.where(vacant, mean_of_present(quality), 0))
        self.load, self.n = month.load, n
        judge = np.where(present, np.arange(self.people)[None, :], self.people)
        first = np.full(self.shape[0] * teams, self.people)
        np.minimum.at(first, of_team, judge.ravel())
        first = np.minimum(first[of_team].reshape(self.shape), self.people - 1)
        who = np.where(present, np.arange(self.people)[None, :], first)
        skill = self.skill()
        self.seen_by = {name: np.take_along_axis(value, who, axis=1).ravel() for name, value in
                        {**self.traits, "skill": skill}.items()}
        self.bank = np.where(self.exists, self.bank + self.visits_hours, self.bank)
        return SimpleNamespace(vacant=vacant, present=present)

    def meetings(self, levers):
        """How often the group of each family meets this month; groups of a caseload take turns."""
        n, size = np.maximum(self.n, 1e-9), self.at.group_size
        h = np.minimum(self.held / (n / size), 2) * self.exists
        groups = np.maximum(np.floor(self.n / size + 0.5), 1)
        of = self.of_family
        group = np.floor(self.place_in_caseload * groups.ravel()[of] / self.places_of[of])
        more = fraction(group / groups.ravel()[of] - self.turn.ravel()[of]) < fraction(h.ravel()[of])
        self.turn = fraction(self.turn + h)
        return np.floor(h.ravel()[of]) + more

    def end_of_month(self, family, levers, month, present):
        """Facilitators tire, learn, leave and are replaced."""
        lives, turnover, competence = self.lives, self.lives.turnover, self.lives.competence
        leaving = workload.leaving_chance(lives, self.fatigue)
        upheld = workload.supervised(lives, levers) * lives.supervision.upholds
        kept = competence.kept * self.gain + (1 - competence.kept) * upheld
        pull = min(levers.training.refreshers_per_year / 12 * competence.refresher_pull, 1)
        gain = kept + pull * np.maximum(competence.refresher_ceiling - kept, 0)
        course = self.draws.uniform(month, "course", self.shape) < levers.training.courses_per_year / 12
        gain = np.where(course, np.maximum(gain, competence.training_gain), gain)
        tired = workload.tire(lives, levers, self.fatigue, self.load, self.traits["resilience"])
        luck = self.draws.uniform(month, "leaves or is replaced", self.shape)
        goes = present & (luck < leaving) if turnover.on else np.zeros(self.shape, bool)
        comes = self.vacant & self.exists & (luck < turnover.filling)
        custody = self.lives.card_custody
        found = levers.card_custody.audits_per_year / 12 * custody.audit_finds
        audited = self.draws.uniform(month, "audited", self.shape) < found
        dismissed = present & self.keeper & audited if custody.on else np.zeros(self.shape, bool)
        family.card_away = family.card_away & ~dismissed.ravel()[self.of_family]
        goes = goes | dismissed
        self.fatigue = np.where(present, tired, self.fatigue)
        self.gain = np.where(present, gain, self.gain)
        self.months = np.where(present, np.minimum(self.months + 1, 480), self.months)
        self.vacant = (self.vacant | goes) & ~comes
        for name in TRAITS:
            self.traits[name] = np.where(comes, self.draws.normal(month, f"new {name}", self.shape), self.traits[name])
        keeps = self.draws.uniform(month, "new keeper", self.shape) < custody.keepers
        self.keeper = np.where(comes, keeps, self.keeper)
        self.fatigue = np.where(comes, turnover.newcomer_fatigue, self.fatigue)
        self.gain, self.months = np.where(comes, 0, self.gain), np.where(comes, 0, self.months)
        stranger = comes.ravel()[self.of_family]
        family.contact = np.where(stranger, family.contact * turnover.contact_kept, family.contact)
        family.habit = np.where(stranger, family.habit * (1 - turnover.habit_lost), family.habit)
