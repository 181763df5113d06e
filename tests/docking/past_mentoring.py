"""Where the baseline's mentoring has led families, and the balance of businesses (part 5 of model.md).

What is worked out here for each district: the contact that a family remembers on the first day, the upkeep of the
four levels that contact moves, how often businesses begin and fail, what assets those with a business have, and by
how much reversion pulls lasting earnings home.
"""

import math
from types import SimpleNamespace

import numpy as np

import first_list
import members
import workload
from chance import Draws, halve, normal_quantile
from scenario import is_on

TYPICAL = 4096
ASSETS_TIMES_MEAN = 0.7522528
MOST_ASSETS = 3.9


def good_quality(world, levers, skill, fatigue):
    """How much of contact reaches families, by the facilitator's skill."""
    able = np.clip(world.competence.mean + world.competence.sd * skill, 0, 1)
    return able * levers.mentoring.resources * (1 - world.competence.tired_loss * fatigue)


def settled_gain(world, levers):
    """The gain of training to which courses, refreshers and supervision lead, in the mean."""
    competence = world.competence
    if not competence.on:
        return 0.0
    upheld = workload.supervised(world, levers) * world.supervision.upholds
    gain, courses = upheld, levers.training.courses_per_year / 12
    pull = min(levers.training.refreshers_per_year / 12 * competence.refresher_pull, 1)
    for _ in range(600):
        kept = competence.kept * gain + (1 - competence.kept) * upheld
        gain = kept + pull * max(competence.refresher_ceiling - kept, 0)
        gain += courses * max(competence.training_gain - gain, 0)
    return gain


def dose_of(contact, x):
    """The dose of a remembered contact."""
    raised = np.power(np.maximum(x, 0), contact.dose_steepness)
    return raised / (raised + contact.dose_half ** contact.dose_steepness)


def kept_away(world, levers, clash):
    """The chance that a family whose habit is full comes to a session."""
    if not world.attendance.on:
        return np.ones(np.shape(clash))
    by_day = 1 - levers.sessions.evening_share * (1 - world.attendance.evening_clash)
    return (1 - by_day * clash) * (1 - world.attendance.ill_rate)


def trait_laws(population):
    """Mean and correlation with lasting spending of each trait."""
    traits = population.traits
    r = traits.economy_correlation
    return {"skills": (traits.skill_mean, r), "access": (traits.access_mean, r),
            "digital": (traits.digital_mean, 0.85 * r), "confidence": (traits.confidence_mean, 0.7 * r),
            "habit": (traits.habit_mean, 0.0)}


class PastMentoring:
    """The balance of one district under the baseline."""

    def __init__(self, scenario, areas, district, area, ratio, institutions):
        self.world, self.levers, self.population = scenario.world, scenario.baseline, scenario.population
        self.areas, self.area, self.institutions = areas, area, institutions
        self.settled = workload.settled_month(self.world, self.levers, areas.hard[area], ratio, institutions)
        self.typical = self._typical_families(district)
        self._upkeep()
        self._businesses()
        self._rates_of_confidence()

    def contact_of(self, habit, clash):
        """The contact that a family remembers on the first day."""
        contact, levers = self.world.contact, self.levers
        comes = habit * kept_away(self.world, levers, clash) if self.world.attendance.on else np.ones(np.shape(habit))
        return (contact.session_weight * levers.sessions.hours * self.settled.sessions * comes
                + self.world.workload.visit * self.settled.visits)

    def _typical_families(self, district):
        """Typical families of the district: levels at the start, habit, clash, and who accompanies them."""
        rng = np.random.default_rng([7, int(district)])
        even = (np.arange(TYPICAL) + 0.5) / TYPICAL
        z0, talent, zh = (normal_quantile(rng.permutation(even)) for _ in range(3))
        traits, areas = self.population.traits, self.areas
        t = areas.chosen_base[self.area] / areas.base_sd[self.area]
        levels = {}
        for name, (mean, r) in trait_laws(self.population).items():
            if name == "access":
                mean = mean + traits.access_per_school_year * areas.more_schooling[self.area]
            shared = math.sqrt(traits.common_correlation * (1 - r * r)) * z0
            if name == "habit":
                shared = shared + math.sqrt((1 - traits.common_correlation) * (1 - r * r)) * zh
            levels[name] = np.clip(mean + traits.sd * (r * t + shared), 0, 1)
        clash = np.minimum(-traits.clash_mean * np.log(1 - rng.permutation(even)), 0.9)
        family = SimpleNamespace(levels=levels, clash=clash)
        fatigue = self.settled.fatigue
        family.quality = good_quality(self.world, self.levers, talent + settled_gain(self.world, self.levers), fatigue)
        family.comes = kept_away(self.world, self.levers, clash)
        family.comes = family.comes * self._settled_habit(levels["habit"], family) if self.world.attendance.on \
            else np.ones(TYPICAL)
        family.dose = self._mean_dose(family.comes)
        return family

    def _meets(self):
        """How often a group meets: the whole part for sure, and once more with a chance."""
        whole = math.floor(self.settled.sessions)
        return whole, self.settled.sessions - whole

    def _settled_habit(self, start, family):
        """The habit at which what attending builds and what staying away costs balance the pull home."""
        attendance = self.world.attendance
        whole, more = self._meets()

        def growth(habit):
            p = habit * family.comes
            came = (1 - more) * (1 - (1 - p) ** whole) + more * (1 - (1 - p) ** (whole + 1))
            away = (1 - more if whole else 0) * (1 - p) ** whole + more * (1 - p) ** (whole + 1)
            return (attendance.habit_gain * (came * family.quality * (1 - habit) - away * habit / 4)
                    + attendance.habit_home * (start - habit))

        habit = start.copy()
        for _ in range(400):
            habit = np.clip(habit + growth(habit), 0, 1)
        return habit

    def _mean_dose(self, comes):
        """The dose, in the mean over a contact that varies from month to month."""
        contact, settled = self.world.contact, self.settled
        if not contact.on or not contact.has_effect:
            return np.zeros(TYPICAL)
        session = contact.session_weight * self.levers.sessions.hours
        visit, (whole, more) = self.world.workload.visit, self._meets()
        mean = session * settled.sessions * comes + visit * settled.visits
        often = settled.visits - math.floor(settled.visits)
        meets = settled.sessions
        of_sessions = meets * comes * (1 - comes) + more * (1 - more) * comes ** 2
        variance = (session ** 2 * of_sessions + visit ** 2 * often * (1 - often)) / (2 * contact.memory - 1)
        log_variance = np.log(1 + variance / np.maximum(mean, 1e-12) ** 2)
        median, w = mean * np.exp(-log_variance / 2), np.exp(np.sqrt(3 * log_variance))
        return (dose_of(contact, median / w) + 4 * dose_of(contact, median) + dose_of(contact, median * w)) / 6

    def _upkeep(self):
        """Gains of typical families by contact and partners, and the upkeep that keeps each level where it is."""
        world, levers, family = self.world, self.levers, self.typical
        good = family.dose * family.quality
        family.good = good
        wanted, ration = self._referrals(family)
        demand = self.areas.usual_demand[self.area]
        job = min(levers.partners.job_share * demand, 1)
        capital = min(levers.partners.capital_share, 1 - job)
        if not is_on(world.enterprise):
            capital = 0.0
        taken = wanted * ration / 3
        self.grants = float(np.mean(taken * capital))
        self.grant_assets = float(np.mean(taken * capital * levers.partners.grant
                                          * (1 - world.partners.grant_eaten * (1 - good))))
        courses = taken * (1 - job - capital) * world.partners.course_gain
        sessions = self.settled.sessions * family.comes
        literacy = np.minimum(world.digital_literacy.learning_rate * good + world.digital_literacy.session_rate
                              * levers.mentoring.digital_share * family.quality * sessions, 1)
        self.gains = {"skills": world.skills.learning_rate * good + courses, "digital": literacy,
                      "access": taken * job * world.partners.job_gain,
                      "confidence": world.self_confidence.contact_rate * good
                      * (1 + levers.mentoring.strengths_share * world.self_confidence.strengths_effect)}

    def _referrals(self, family):
        """The chance of a quarter that a typical family wants a referral, and the ration of places."""
        partners, levers = self.world.partners, self.levers.partners
        if not partners.on:
            return np.zeros(TYPICAL), 1.0
        rate = 3 * partners.referral_rate * (1 + levers.joint_plans * partners.plan_take_up)
        wanted = np.clip(rate * family.dose * np.sqrt(family.quality) * (0.5 + family.levels["confidence"]), 0, 1)
        share = self.areas.places[self.area]
        places = 3 * levers.capacity * share / 1000
        return wanted, min(places / max(wanted.mean(), 1e-12), 1) if places else 0.0

    def _upkeep_of(self, name, home):
        """u: what must be taken off each month, for each missing part, so that levels stand still on average."""
        gain, missing = self.gains[name], 1 - self.typical.levels[name]
        return float(np.sum(gain * missing / (home + gain)) / np.sum(missing / (home + gain))) if home else 0.0

    def _businesses(self):
        """How often businesses begin and fail, and what assets those with a business have."""
        world, population = self.world, self.population
        business, traits, family = world.enterprise, population.traits, self.typical
        self.fails = float(np.mean(business.failing
                                   * (1 - min(self.levers.partners.supervision, 1) * business.saved_by_supervision)
                                   * (1 - business.saved_by_contact * family.good)
                                   * (1 - business.saved_by_skill * family.levels["skills"])))
        self.lost = (world.shocks.setback_rate * world.shocks.setback_loss
                     + world.disasters.rate / 12 * world.disasters.reach * world.disasters.loss)
        u = (np.arange(2000) + 0.5) / 2000
        m = np.minimum(ASSETS_TIMES_MEAN * traits.assets_mean * (-np.log(u)) ** 1.5, MOST_ASSETS) / traits.assets_mean
        a, share = traits.assets_mean, traits.enterprise_share
        a_mean = a * m.mean()
        others, k, held = 1.0, 0.0, share * a
        for _ in range(3):
            at_hand = self._at_hand(m, a, others)
            k = self._begins_for(share, at_hand)
            begins = k * at_hand + self.grants
            p = begins / (begins + self.fails) if k else np.full(len(m), share)
            r = float(np.mean(m * p)) / share
            begin = float(np.sum(m * (1 - p) * k * at_hand) / np.sum(m * (1 - p))) + self.grants
            with_one = held / (share * r * a)
            put_back = self._put_back(with_one * a * m, p)
            spared = self.fails * (1 - business.kept) - put_back
            # held (q + wear + fails - put back + begin) = share r a (wear + ua) + begin a_mean + grants
            # ua a_mean = q a_mean + spared held - grants
            relative = share * r * a / a_mean
            left = self.lost + business.wear + self.fails - put_back + begin - relative * spared
            held = (relative * ((business.wear + self.lost) * a_mean - self.grant_assets) + begin * a_mean
                    + self.grant_assets) / left
            others = (a_mean - held) / (a_mean * (1 - share * r / m.mean()))
        self.k, self.held, self.others = k, held, others
        self.with_one = held / (share * r * a)
        self.upkeep_of_assets = self.lost + (spared * held - self.grant_assets) / a_mean
        confidence = self.typical.levels["confidence"].mean()
        self.starts = k / (business.starting * (0.5 + confidence)) if business.starting else 0.0

    def _begins_for(self, share, at_hand):
        """k: the monthly chance to begin with which as many families have a business as should; 0 where none does."""
        def having(k):
            begins = k * at_hand + self.grants
            return np.mean(begins / (begins + self.fails)) if self.fails else 1.0
        return halve(lambda k: having(k) - share, 0, 1) if having(1e-12) < share < having(1.0) else 0.0

    def chance_of_business(self, m):
        """The chance that a family whose assets are m times the mean has a business on the first day."""
        if not self.k:
            return np.full(len(m), self.population.traits.enterprise_share)
        begins = self.k * self._at_hand(m, self.population.traits.assets_mean, self.others) + self.grants
        return begins / (begins + self.fails)

    def _at_hand(self, m, a, others):
        """h: how much of what a business needs a family has at hand, in the mean over luck."""
        world, money, areas = self.world, self.world.money, self.areas
        luck = areas.shock_sd[self.area] / money.passes * normal_quantile((np.arange(64) + 0.5) / 64)
        wages = math.exp(areas.chosen_spending[self.area])
        c, v, q = money.buffer_follows_assets, money.buffer_speed, self.lost
        target = money.buffer_target * (1 - c + c * np.asarray(m))[:, None]
        moved = money.buffers * wages * (np.exp(luck) - np.exp(money.passes * luck))[None, :]
        savings = np.clip(v * target / (v + q) + moved / (v + q + 1 - world.shocks.keep), 0, target)
        return np.minimum(2 * (savings + others * np.asarray(m)[:, None] * a), 1).mean(axis=1)

    def _put_back(self, assets, p):
        """What businesses put back of what they yield, for each line-month of their assets."""
        business = self.world.enterprise
        skill = self.typical.levels["skills"].mean()
        yields = yield_of(business, assets, 0.4 + 0.9 * skill)
        return float(business.reinvested * np.sum(p * yields) / np.sum(p * assets))

    def _rates_of_confidence(self):
        """wC, and the upkeep of all four levels."""
        world, traits = self.world, self.population.traits
        struck = world.shocks.setback_rate + world.disasters.rate / 12 * world.disasters.reach
        failed = traits.enterprise_share * self.fails
        self.w_confidence = (world.self_confidence.setback_drop * (struck + failed)
                             + world.card_custody.confidence_drop * self._cards_away() / 3
                             + world.labelling.shame * self.levers.labelling.share)
        self.upkeep = {"skills": self._upkeep_of("skills", world.skills.fading_rate),
                       "digital": self._upkeep_of("digital", world.digital_literacy.fading_rate),
                       "access": self._upkeep_of("access", world.access.fading_rate),
                       "confidence": self._upkeep_of("confidence", world.self_confidence.home + self.w_confidence)}


    def _cards_away(self):
        """The share of cards that are away once they have passed and come back for long."""
        law, rule, digital = self.world.card_custody, self.levers.card_custody, self.typical.levels["digital"]
        passes = law.handing_over * (1 - rule.own_card) * (1 - digital)
        back = (law.taking_back * digital + rule.own_card * law.enforced_back
                + rule.audits_per_year / 12 * law.audit_finds)
        return float(np.mean(passes / np.maximum(passes + back, 1e-12)))


def yield_of(business, assets, talent):
    """What the assets of a business yield in a month."""
    if business.structure == "concave":
        return talent * business.concave_return * assets / (1 + assets / business.concave_half)
    ratio = (assets / business.threshold_assets) ** 4
    return 1.6 * talent * business.threshold_return * assets * ratio / (1 + ratio)


def spread_by_lives(scenario, families=8192, quarters=40):
    """v: what the life cycle adds to the variance of lasting log earnings in a quarter."""
    if not (scenario.world.life_cycle.on and scenario.world.member_clocks.on):
        return 0.0
    draws = Draws(8191)
    family = first_list.families_of_list(families, draws, scenario)
    total = np.zeros(families)
    for quarter in range(1, quarters + 1):
        draw = lambda text, shape, quarter=quarter: draws.uniform(quarter, "lives " + text, shape)
        school = (scenario.school_quarter(0) + quarter) % 4
        total += members.step(family, scenario.world, school, draw).change
    return float(total.var() / quarters)
