"""The month of all families, in the order of part 3 of model.md.

Each mechanism is one method, named as its section. Arrays hold one number for each family; `family.active` says who is
in the programme when the month begins, and stays so until the month is counted.
"""

import math

import numpy as np

import contact
import exits
import first_day
import members
import past_mentoring
from scenario import is_on


class Month(contact.Contact, exits.Exits):
    """One run of one policy."""

    def __init__(self, world, draws, family, people, levers):
        self.world, self.scenario, self.lives = world, world.scenario, world.scenario.world
        self.draws, self.family, self.people, self.levers = draws, family, people, levers
        self.areas, self.districts = world.areas, world.districts
        self.count = len(family.area)
        self.begin_exits()
        self.cycle = self.lives.shocks.cycle_sd * draws.normal(0, "cycle", self.districts.count)
        if not self.lives.shocks.on:
            self.cycle = np.zeros(self.districts.count)
        self.entitled = first_day.true_entitlement(family, self.scenario)
        self.grew = np.zeros(self.districts.count)
        self.wanted_before = np.zeros(self.districts.count)
        for name in ("skills", "digital", "access", "confidence"):
            per_district = np.array([past.upkeep[name] for past in world.past])
            setattr(self, "upkeep_of_" + name, per_district[family.district])
        self.upkeep_of_assets = np.array([past.upkeep_of_assets for past in world.past])[family.district]
        self.w_confidence = np.array([past.w_confidence for past in world.past])[family.district]
        self.starts = np.array([past.starts for past in world.past])[family.district]

    def uniform(self, question):
        """A draw of this month for each family."""
        return self.draws.uniform(self.month, question, self.count)

    def normal(self, question):
        """A standard normal draw of this month for each family."""
        return self.draws.normal(self.month, question, self.count)

    def of_caseload(self, values):
        """A caseload's value for each family."""
        return values.ravel()[self.people.of_family]

    def live(self, month):
        """One month, and what is counted of it."""
        self.month, self.quarter = month, self.scenario.opens_quarter(month)
        self.people.staff(self.family, self.levers, month, self.intake())
        self.posts = self.people.hours(self.family, self.levers)
        self.quality = self.of_caseload(self.people.quality)
        self.good = self.quality * self.dose_remembered()
        self.paid_now = self.is_paid()
        law = self.lives.competence
        self.competence = np.clip(law.mean + law.sd * self.people.skill(), 0, 1)
        self.fatigue = self.people.fatigue.copy()
        self.shocks()
        self.half_year()
        if self.quarter:
            self.a_quarter_of_lives()
        self.peers()
        self.attendance_and_visits()
        self.skills_and_literacy()
        self.partners()
        self.enterprise()
        self.work_pattern()
        self.earnings()
        self.card_custody()
        self.money()
        self.self_confidence()
        self.decide()
        self.people.end_of_month(self.family, self.levers, month, self.posts.present)

    def is_paid(self):
        """Who is paid: active families, and for a while those that left self-reliantly after a grant."""
        family, goes_on = self.family, self.levers.partners.benefit_continues
        after = (family.status == exits.SELF_RELIANT) & family.had_grant & (self.month - family.left_in <= goes_on)
        return family.active | after

    def half_year(self):
        """In January and July another half-year in the programme begins."""
        if self.scenario.calendar_month(self.month) in (1, 7):
            family = self.family
            family.half_years = np.minimum(family.half_years + family.active, 31)

    def shocks(self):
        """Luck, the cycle, setbacks and disasters."""
        family, shocks, disasters = self.family, self.lives.shocks, self.lives.disasters
        luck_sd = self.areas.shock_sd[family.area] / self.lives.money.passes
        z, z_cycle = self.normal("luck"), self.draws.normal(self.month, "cycle", self.districts.count)
        if shocks.on:
            family.luck = shocks.keep * family.luck + luck_sd * math.sqrt(1 - shocks.keep ** 2) * z
            spread = shocks.cycle_sd * math.sqrt(1 - shocks.cycle_keep ** 2)
            self.cycle = shocks.cycle_keep * self.cycle + spread * z_cycle
        luck = self.uniform("setback")
        prevented = self.levers.mentoring.health_share * shocks.health_effect * self.good
        setback = (luck < shocks.setback_rate * (1 - prevented)) & shocks.on
        strikes = self.draws.uniform(self.month, "disaster", self.districts.count) < disasters.rate / 12
        struck = strikes[family.district] & (luck >= 1 - disasters.reach) & disasters.on
        left = (1 - shocks.setback_loss * setback) * (1 - disasters.loss * struck)
        family.savings, family.assets = family.savings * left, family.assets * left
        if shocks.on:
            family.luck = family.luck - disasters.earnings_drop * struck
        self.hit = setback | struck
        self.of_cycle = self.cycle[family.district]

    def a_quarter_of_lives(self):
        """Members, persons, growth, lasting shocks and reversion."""
        family, lives = self.family, self.lives
        change = np.zeros(self.count)
        if lives.member_clocks.on:
            before_school = ((family.places >= members.SCHOOL) & (family.places < members.SCHOOL_ENDS)).any(axis=0)
            prevented = self.levers.mentoring.parenting_share * lives.member_clocks.parenting_effect * self.good
            dropout = np.where(self.paid_now, 1.0, lives.member_clocks.unpaid_dropout) * (1 - prevented)
            draw = lambda question, shape: self.draws.uniform(self.month, question, shape)
            moved = members.step(family, lives, self.scenario.school_quarter(self.month), draw, dropout)
            change = change + moved.change
            left = ~family.active & (family.status != exits.WAITING)
            self.lost_to_school += int(moved.lost_to_school[left].sum())
            self.entitled = members.entitlement(family.places, self.levers.benefit)
            family.last_at_school = (self.entitled == 0) & (before_school | family.last_at_school)
        growth = (lives.growth.per_year + self.areas.growth_above) / 4 * bool(lives.growth.on)
        self.grew = self.grew + self.districts.of_area(growth)
        change = change + growth[family.area]
        z = self.normal("lasting shock")
        if lives.lasting_shocks.on:
            change = change + lives.lasting_shocks.sd / 2 * z
            home = self.areas.mu[family.area] + self.grew[family.district]
            change = change + self.world.reversion[family.area] * (home - family.base - change)
        if lives.earnings.on:
            family.base = family.base + change
            family.earnings = family.earnings + change

    def peers(self):
        """What families see of their circle: its mean confidence and who left self-reliantly."""
        family, peers = self.family, self.lives.peers
        circles = len(self.people.register_district)
        self.pull, self.norm = np.zeros(self.count), np.zeros(self.count)
        if not peers.on:
            return
        active = family.active
        of = family.circle
        members_active = np.bincount(of[active], minlength=circles)
        total = np.bincount(of[active], weights=family.confidence[active], minlength=circles)
        mean = total / np.maximum(members_active, 1)
        self.pull = np.where(active, peers.pull * (mean[of] - family.confidence), 0)
        out = (family.status == exits.SELF_RELIANT) & ~family.poor_since
        weight = np.where(out, 1 - np.minimum(self.month - family.left_in, 63) / 63, 0)
        enrolled = np.bincount(of[family.status != exits.WAITING], minlength=circles)
        self.norm = (np.bincount(of, weights=weight, minlength=circles) / np.maximum(enrolled, 1))[of]

    def partners(self):
        """Referrals of a quarter, and what access they leave."""
        family, lives, rule = self.family, self.lives, self.levers.partners
        none = np.zeros(self.count, bool)
        self.job, self.course, self.capital = none, none, none
        usual = self.districts.of_area(self.areas.usual_demand)
        self.demand = np.clip(usual * (1 + lives.access.demand_of_cycle * self.cycle), 0.25, 3)
        u = self.uniform("referral")
        if self.quarter and lives.partners.on:
            active = family.active
            rate = 3 * lives.partners.referral_rate * (1 + rule.joint_plans * lives.partners.plan_take_up)
            w = np.clip(rate * self.dose * np.sqrt(self.quality) * (0.5 + family.confidence), 0, 1) * active
            n = np.bincount(family.district[active], minlength=self.districts.count)
            places = 3 * rule.capacity * self.districts.of_area(self.areas.places) * n / 1000
            before = self.wanted_before
            ration = np.where(before > 0, np.minimum(places / np.maximum(before, 1e-12), 1), places > 0)
            self.wanted_before = np.bincount(family.district, weights=w, minlength=self.districts.count)
            taken = w * ration[family.district]
            job = np.minimum(rule.job_share * self.demand, 1)[family.district]
            capital = np.minimum(rule.capital_share, 1 - job)
            if not is_on(lives.enterprise):
                capital = np.zeros(self.count)
            self.job = u < taken * job
            self.capital = (u < taken * (job + capital)) & ~self.job
            self.course = (u < taken) & ~self.job & ~self.capital
            if lives.skills.on:
                family.skills = family.skills + self.course * lives.partners.course_gain * (1 - family.skills)
            if lives.access.on:
                family.access = family.access + self.job * lives.partners.job_gain * (1 - family.access)
            self._grant()
        if lives.access.on:
            upkeep = np.where(family.status == exits.WAITING, 0, self.upkeep_of_access)
            family.access = np.maximum(family.access - upkeep * (1 - family.access_start)
                                       - lives.access.fading_rate * (family.access - family.access_start), 0)

    def _grant(self):
        """An asset grant starts a business where none runs; a part of it is sold."""
        family, grant = self.family, self.levers.partners.grant
        eaten = np.clip(self.lives.partners.grant_eaten * (1 - self.good), 0, 1)
        family.savings = family.savings + self.capital * grant * eaten
        family.assets = np.minimum(family.assets + self.capital * grant * (1 - eaten), 20)
        family.by_grant = family.by_grant | (self.capital & ~family.business)
        family.business = family.business | self.capital
        family.had_grant = family.had_grant | self.capital

    def enterprise(self):
        """Whether a business lives, and what it brings."""
        family, business, levers = self.family, self.lives.enterprise, self.levers
        self.failed = np.zeros(self.count, bool)
        if not is_on(business):
            self.income = np.zeros(self.count)
            return
        u_fail, u_start = self.uniform("failing"), self.uniform("starting")
        if self.quarter:
            chance = (3 * business.failing * (1 - min(levers.partners.supervision, 1) * business.saved_by_supervision)
                      * (1 - business.saved_by_contact * self.good) * (1 - business.saved_by_skill * family.skills)
                      * (1 - levers.mentoring.enterprise_share * business.taught_effect * self.good))
            had = family.business.copy()
            self.failed = had & (u_fail < chance)
            family.assets = np.where(self.failed, family.assets * business.kept, family.assets)
            starting = 3 * self.starts * business.starting * np.minimum(2 * (family.savings + family.assets), 1)
            started = ~had & (u_start < starting * (0.5 + family.confidence))
            family.business = (had & ~self.failed) | started
            family.by_grant = family.by_grant & ~self.failed
        self.income = np.where(family.business, first_day.business_income(business, family.assets, family.skills), 0)

    def work_pattern(self):
        """Pay lost to sessions in working hours, and changes of work."""
        family, work = self.family, self.lives.work_pattern
        self.pay = np.ones(self.count)
        if not work.on:
            return
        levers = self.levers
        by_day = 1 - levers.sessions.evening_share * (1 - self.lives.attendance.evening_clash)
        clash = np.where(family.business & family.by_grant, work.own_business_clash * family.clash, family.clash)
        self.pay = 1 - work.pay_lost * by_day * levers.sessions.hours / 173 * self.came * clash
        if self.quarter:
            q = np.minimum(3 * work.changing * self.demand, 1)[family.district]
            change, u = self.uniform("changes work") < q, self.uniform("new hours")
            family.clash = np.where(change, first_day.clash_of(self.scenario.population.traits, u), family.clash)
            family.clash = family.clash + self.job * work.job_clash * np.maximum(0.9 - family.clash, 0)

    def earnings(self):
        """Lasting earnings follow what was learnt; readiness in truth."""
        family, law = self.family, self.lives.earnings
        if law.on:
            goal = (family.base + law.skill_effect * (family.skills - family.skills_start) * (0.5 + family.confidence)
                    + law.access_effect * (family.access - family.access_start)
                    + law.effort_effect * (family.confidence - family.confidence_start))
            family.earnings = np.clip(family.earnings + law.speed * (goal - family.earnings), -3, 3)
        wage = np.exp(family.earnings + family.luck + self.of_cycle)
        ratio = self.income / wage
        self.wages = wage * self.pay
        self.earned = self.wages + self.income
        self.log_earned = (family.earnings + family.luck + self.of_cycle + (self.pay - 1)
                           + ratio * (6 + 3 * ratio) / (6 + ratio * (6 + ratio)))
        self.lasting = np.exp(family.earnings) + self.income
        above = self.lasting > self.lives.readiness.multiple
        family.ready_for = np.where(above, np.minimum(family.ready_for + 1, 120), 0)

    def card_custody(self):
        """Cards change hands when a quarter opens; levies are taken where they are away."""
        family, law, rule = self.family, self.lives.card_custody, self.levers.card_custody
        self.levy = np.zeros(self.count)
        self.hurt = np.zeros(self.count)
        if not law.on:
            return
        u = self.uniform("card")
        if self.quarter:
            passes = 3 * law.handing_over * (1 - rule.own_card) * (1 - family.digital)
            back = 3 * (law.taking_back * family.digital + rule.own_card * law.enforced_back
                        + rule.audits_per_year / 12 * law.audit_finds)
            keeper = self.of_caseload(self.people.keeper & self.posts.present)
            passes = passes + keeper * 3 * law.keeper_takes * (1 - rule.own_card)
            away = family.card_away
            family.card_away = np.where(family.active, np.where(away, u >= back, u < passes), away)
        taken = law.levy * (1 - rule.printed_entitlement * law.printed_cut) * (1 - family.digital)
        self.levy = np.where(family.card_away & family.active, taken, 0)
        if self.quarter:
            levied = (self.levy > 0) & (family.paid > 0)
            self.hurt = law.confidence_drop * levied
            family.habit = family.habit - law.distrust * family.habit * levied

    def money(self):
        """Benefit, saving, spending and investment."""
        family, money, business = self.family, self.lives.money, self.lives.enterprise
        full = first_day.benefit_of(family.paid, family.line, family.persons)
        self.full_benefit = np.where(self.paid_now & bool(money.benefit_on), full, 0)
        self.benefit = self.full_benefit * (1 - self.levy)
        c = money.buffer_follows_assets
        target = money.buffer_target * (1 - c + c * family.assets_start / self.scenario.population.traits.assets_mean)
        target = target + self.levers.mentoring.finance_share * money.finance_effect * self.good
        hidden = self.wages * (1 - np.exp(-(1 - money.passes) * family.luck))
        put = np.zeros(self.count)
        if money.saving_on:
            put = np.clip(money.buffer_speed * (target - family.savings), -family.savings, self.earned / 10)
            saved = family.savings + put
            family.savings = saved + np.clip(money.buffers * hidden, -saved, np.maximum(target - saved, 0))
        self.spending = np.maximum(self.earned - hidden + self.benefit - put, 0.1)
        if is_on(business):
            talent = 0.4 + 0.9 * family.skills
            yields = np.where(family.business, past_mentoring.yield_of(business, family.assets, talent), 0)
            invested = np.minimum(business.reinvested * yields + business.excess_invested * np.maximum(-put, 0),
                                  np.maximum(self.spending - 0.1, 0)) * family.business
            start = family.assets_start
            family.assets = np.clip(family.assets + invested - business.wear * (family.assets - start)
                                    + self.upkeep_of_assets * start, 0, 20)
            self.spending = np.maximum(self.spending - invested, 0.1)

    def label(self):
        """Houses of active families that are labelled."""
        law, share = self.lives.labelling, self.levers.labelling.share
        self.labelled = self.family.active & (self.family.lot < np.floor(128 * share + 0.5)) & bool(law.on)
        self.hurt = self.hurt + law.shame * self.labelled

    def self_confidence(self):
        """Confidence follows contact, peers, success and setbacks."""
        family, law = self.family, self.lives.self_confidence
        self.label()
        surprise = np.clip(self.log_earned - family.used_to, -0.5, 0.5)
        if law.on:
            c, start = family.confidence, family.confidence_start
            taught = law.contact_rate * self.good * (1 + self.levers.mentoring.strengths_share * law.strengths_effect)
            upkeep = np.where(family.status == exits.WAITING, 0, self.upkeep_of_confidence)
            lost = (law.setback_drop * (self.hit | self.failed) + self.hurt) * c
            family.confidence = np.clip(c + taught * (1 - c) * family.active + self.pull + law.success_gain * surprise
                                        - lost + law.home * (start - c) + self.w_confidence * start
                                        - upkeep * (1 - start), 0, 1)
        family.used_to = family.used_to + (self.log_earned - family.used_to) / law.reference_memory
