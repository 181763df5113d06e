"""How families leave, what becomes of them, and how they come back (natural_exit to afterwards of model.md)."""

import numpy as np

import first_day
import workload
from scenario import is_on

ACTIVE, SELF_RELIANT, NATURAL, REMOVED, ASSESSED_OUT, WAITING, STRUCK_OFF, AT_LIMIT = range(8)
COUNTED = ("raised", "own_request", "natural", "removal", "able_at_start", "became_able_then_left", "never_able",
           "premature", "left_poor", "fell_back", "returned", "restored", "sustained", "missed", "became_able",
           "assessed_out", "admitted", "label", "struck_off",
           "time_limit")


class Exits:
    """The decisions of a month; `Month` lives the rest of it."""

    def begin_exits(self):
        """Everybody is active on the first day, and nothing has been counted."""
        family, count = self.family, self.count
        family.status = np.where(family.waits, WAITING, ACTIVE)
        family.active = ~family.waits
        family.left_in = np.zeros(count, int)
        family.poor_for = np.zeros(count, int)
        for name in ("poor_since", "above_since", "has_fallen", "appeals", "has_become_able"):
            setattr(family, name, np.zeros(count, bool))
        family.able_at_start = family.ready_for >= self.lives.readiness.months
        criteria = self.levers.criteria
        self.margin = {"margin": lambda: self.levers.assessment.line_margin,
                       "multiple": lambda: np.log(criteria.multiple),
                       "decile": lambda: self.areas.line_of_decile(criteria.decile)}[criteria.line]()
        self.so_far = dict.fromkeys(COUNTED, 0)
        self.weighed = self.agreed = self.assessed_not_able = self.wrongly_seen = 0
        self.assessed_now = self.lost_to_school = 0

    def coverage(self):
        """The share of assessments due that is done, by district."""
        odds = self.districts.institutions
        share = self.levers.assessment.coverage
        return share * odds / (1 - share + share * odds)

    def add(self, name, who):
        """Counts families since the start."""
        self.so_far[name] += int(np.count_nonzero(who))

    def intake(self):
        """Free places go to those who wait and have a component, the lowest record first; returns the districts."""
        family, districts = self.family, self.districts
        entered = np.zeros(districts.count, bool)
        quota = self.levers.programme.quota
        if not (quota and self.quarter):
            return entered
        places = np.floor(quota * districts.families / self.scenario.population.programme_households + 0.5).astype(int)
        active = np.bincount(family.district[family.active], minlength=districts.count)
        for d in np.flatnonzero(places > active):
            may = np.flatnonzero((family.district == d) & (family.status == WAITING) & (self.entitled > 0))
            first = may[np.argsort(family.record[may], kind="stable")[:places[d] - active[d]]]
            family.status[first], family.active[first] = ACTIVE, True
            family.paid[first] = self.entitled[first]
            family.record_age[first] = family.since[first] = 0
            entered[d] = len(first) > 0
            self.so_far["admitted"] += len(first)
        return entered

    def decide(self):
        """Step 13 and 14 of the month, in their order; each takes only those whom none before has taken."""
        family = self.family
        self.able = family.ready_for >= self.lives.readiness.months
        self.taken = ~family.active
        self.checks_and_mismatches()
        self.striking_off()
        self.time_limit()
        self.assessment()
        self.leaving()
        self.afterwards()
        self.count_able()

    def leave(self, who, status):
        """Families of `who` leave in this way."""
        family = self.family
        family.status = np.where(who, status, family.status)
        family.left_in = np.where(who, self.month, family.left_in)
        family.poor_for = np.where(who, 0, family.poor_for)
        family.poor_since, family.has_fallen = family.poor_since & ~who, family.has_fallen & ~who
        family.above_since = np.where(who, self.lasting >= 1, family.above_since)
        family.appeals = family.appeals & ~who
        self.taken = self.taken | who
        self.add("left_poor", who & (self.lasting < 1))
        if status == SELF_RELIANT:
            self.add("able_at_start", who & family.able_at_start)
            became = family.has_become_able | (self.able & ~family.able_at_start)
            self.add("became_able_then_left", who & became & ~family.able_at_start)
            self.add("never_able", who & ~became & ~family.able_at_start)
        if status in (SELF_RELIANT, ASSESSED_OUT):
            self.add("premature", who & ~self.able)

    def checks_and_mismatches(self):
        """Checks of components, natural exits, records, and mismatches of identity."""
        family, registry, natural = self.family, self.lives.registry, self.lives.natural_exit
        u = self.uniform("check")
        self.record_before = family.record
        more = self.districts.institutions[family.district]
        q = np.minimum(self.of_caseload(self.people.checks) * more / self.levers.registry.cycle_months, 1)
        self.survey = self.normal("registry")
        met = family.active & (u < q)
        error = u < q * natural.component_error
        seen = met & ~error
        nobody = self.entitled == 0
        left = np.zeros(self.count, bool)
        if natural.on:
            left = seen & nobody
            if self.quarter and natural.commitment:
                noticed = family.active & nobody & family.last_at_school & (u >= q)
                left = left | (noticed & (u < q + (1 - q) * natural.commitment))
            self.leave(left, NATURAL)
            self.add("natural", left)
            family.paid = np.where(seen & ~nobody, self.entitled, family.paid)
        noise = registry.noise_sd if registry.on else 0.0
        renewed = (family.status == WAITING) & (u < 1 / self.levers.registry.cycle_months)
        written = (seen & ~left) | renewed
        family.record = np.where(written, first_day.record_of(self.log_earned + noise * self.survey), family.record)
        family.record_age = np.where(written, 0, np.minimum(family.record_age + 1, 63))
        if registry.on:
            rate = registry.mismatch_a_year / 12
            gone = ~self.taken & (u >= 1 - rate)
            self.leave(gone, REMOVED)
            self.add("removal", gone)
            family.appeals = family.appeals | (gone & (u >= 1 - rate * registry.restored))

    def striking_off(self):
        """Once a year those whose record stands highest in their district are delisted."""
        family, rule = self.family, self.levers.registry
        if not (self.lives.registry.on and rule.strike_share
                and self.scenario.calendar_month(self.month) == rule.strike_month):
            return
        out = np.zeros(self.count, bool)
        for d in range(self.districts.count):
            listed = family.active & (family.district == d)
            counts = np.bincount(self.record_before[listed], minlength=128)
            wanted = rule.strike_share * listed.sum()
            above = counts[::-1].cumsum()[::-1] - counts
            border = int(np.flatnonzero(above + counts >= wanted).max())
            part = (wanted - above[border]) / max(counts[border], 1)
            at_border = (self.record_before == border) & (family.lot >= 128 - np.floor(128 * part + 0.5))
            out |= listed & ((self.record_before > border) | at_border)
        out &= ~self.taken
        self.leave(out, STRUCK_OFF)
        self.add("struck_off", out)

    def time_limit(self):
        """Families leave that have been in the programme as long as anybody may."""
        family, rule = self.family, self.levers.time_limit
        if not (rule.years and self.lives.time_limit.on and self.scenario.calendar_month(self.month) in (1, 7)):
            return
        places, elderly = family.places, 128 + 4 * (self.levers.benefit.elderly_from - 50)
        exempt = ((places == 127) | (places >= elderly)).any(axis=0) & bool(rule.exempt_elderly_disabled)
        out = ~self.taken & (family.half_years >= np.floor(2 * rule.years + 0.999)) & ~exempt
        self.leave(out, AT_LIMIT)
        self.add("time_limit", out)

    def assessment(self):
        """Who is visited when due is assessed; who is seen able may be nominated."""
        family, law, levers, people = self.family, self.lives.assessment, self.levers, self.people
        of = people.of_family
        visited = self.due & (self.visits > 0)
        u, z = self.uniform("assessment"), self.normal("seen")
        coverage = self.coverage()[family.district]
        turn = visited if is_on(law) else np.zeros(self.count, bool)  # one taken by an earlier step is assessed too
        done = turn & (u >= 1 - coverage)
        by = {name: values[of] for name, values in people.seen_by.items()}
        noise = law.sight_sd * np.maximum(1 + law.sight_spread * by["noise"], 0)
        noise = noise * np.exp(-law.sees_by_competence * by["skill"])
        bias = law.sight_bias + law.bias_spread * by["bias"]
        reluctance = np.clip(law.reluctance + law.reluctance_spread * by["reluctance"], 0, 1)
        v = self.districts.institutions[family.district]
        reluctance = reluctance / (reluctance + (1 - reluctance) * v)
        met = family.contact * (1 - levers.mentoring.split_roles)
        k = met / (met + law.know_half) if self.lives.contact.on else np.zeros(self.count)
        seen = (1 - k) * self.log_earned + k * np.log(self.lasting) + bias + noise * np.sqrt(1 - k) * z
        seen_able = done & (seen > self.margin)
        self.nominated = seen_able & (u >= 1 - coverage * (1 - reluctance))
        self.assessed_now = int(done.sum())
        self.assessed_not_able += int((done & ~self.able).sum())
        self.wrongly_seen += int((seen_able & ~self.able).sum())
        family.since = np.where(turn, 0, np.minimum(family.since + 1, 127))
        # Every visit and every assessment is booked on the bank of the post, of families taken this month too.
        size = people.shape[0] * people.people
        visits = np.bincount(of, weights=self.visits, minlength=size).reshape(people.shape)
        assessed = np.bincount(of, weights=done, minlength=size).reshape(people.shape)
        visit = workload.visit_hours(self.lives.workload, people.at)
        people.bank = people.bank - visits * visit - assessed * law.assess_hours

    def leaving(self):
        """Who is nominated or asks weighs leaving, and leaves where it agrees and the proposal is approved."""
        family, law, levers = self.family, self.lives.leaving, self.levers
        request, agree, approval = self.uniform("own request"), self.uniform("agrees"), self.uniform("approval")
        self.request = request
        unasked = (request < law.own_request_rate) & (self.log_earned > 0)
        more = 1 + self.lives.labelling.more_requests
        by_label = self.labelled & (request < law.own_request_rate * more) & ~unasked
        asks = ~self.nominated & ~self.taken & (unasked | by_label)
        weighs = (self.nominated & ~self.taken) | asks
        if not law.on:
            return
        logit = (law.base + law.of_readiness * np.clip(self.log_earned, -1, 1)
                 + law.of_buffer * np.minimum(family.savings, 1) + law.of_confidence * (family.confidence - 0.5)
                 - law.of_benefit * self.benefit / (self.benefit + self.earned)
                 + law.of_encouragement * self.dose * np.sqrt(self.quality) + law.of_norm * self.norm
                 + law.of_bonus * levers.graduation.exit_bonus + law.of_guarantee * levers.graduation.guaranteed_return
                 + law.trait_sd * family.willingness)
        agrees = weighs & (agree < 1 / (1 + np.exp(-logit)))
        leaves = agrees & (approval < levers.assessment.approval)
        clearly = weighs & (self.log_earned > np.log(1.5))
        self.weighed += int(clearly.sum())
        self.agreed += int((clearly & leaves).sum())
        self.leave(leaves, SELF_RELIANT)
        self.add("raised", leaves & self.nominated)
        self.add("own_request", leaves & asks & ~by_label)
        self.add("label", leaves & asks & by_label)
        family.savings = family.savings + leaves * levers.graduation.exit_bonus
        out = self.nominated & ~agrees & ~self.taken & (approval < levers.graduation.assessed_out_share)
        self.leave(out, ASSESSED_OUT)
        self.add("assessed_out", out)

    def afterwards(self):
        """Poverty after an exit, falling back, return, and appeals."""
        family, law, registry = self.family, self.lives.afterwards, self.lives.registry
        out = ~family.active & (family.status != WAITING)
        if law.on:
            below = self.lasting < 1
            family.poor_for = np.where(out, np.where(below, family.poor_for + 1, 0), 0)
            family.above_since = family.above_since | (out & ~below)
            three = out & (family.poor_for >= 3)
            falls = three & family.above_since & ~family.has_fallen
            family.poor_since = family.poor_since | three
            family.has_fallen = family.has_fallen | falls
            self.add("fell_back", falls)
        months_out = self.month - family.left_in
        two_years = (out & (family.status == SELF_RELIANT) & (months_out == 24) & family.above_since
                     & ~family.has_fallen)
        self.add("sustained", two_years)
        returns = np.zeros(self.count, bool)
        if law.on:
            noise = self.areas.noise_sd[family.area] * self.survey
            seen_poor = np.log(self.spending) + noise < 0
            asked_back = family.poor_since & (self.entitled > 0) & seen_poor & (self.request < law.return_rate)
            rule, left_able = self.levers, family.status == SELF_RELIANT
            asked_back |= family.poor_since & left_able & (self.request < rule.graduation.guaranteed_return)
            if rule.partners.return_on_failure:
                asked_back |= left_able & family.had_grant & (self.entitled > 0) & self.failed
            returns = out & asked_back
            family.half_years = np.where(returns, 0, family.half_years)
            self.add("returned", returns)
            record_noise = registry.noise_sd if registry.on else 0.0
            record = first_day.record_of(self.log_earned + record_noise * self.survey)
            family.record = np.where(returns, record, family.record)
            family.record_age = np.where(returns, 0, family.record_age)
            family.paid = np.where(returns, self.entitled, family.paid)
        appeals = (family.status == REMOVED) & family.appeals
        restored = out & ~returns & appeals & (months_out == registry.restore_months)
        self.add("restored", restored)
        back = returns | restored
        family.status = np.where(back, ACTIVE, family.status)
        family.poor_since, family.has_fallen = family.poor_since & ~back, family.has_fallen & ~back
        family.appeals = family.appeals & ~back
        family.active = family.status == ACTIVE

    def count_able(self):
        """Who has become able on the programme, and who is able for long and still there."""
        family, months = self.family, self.lives.readiness.months
        there = (self.family.status == ACTIVE) | (family.left_in == self.month)
        becomes = self.able & ~family.able_at_start & ~family.has_become_able & there
        self.add("became_able", becomes)
        family.has_become_able = family.has_become_able | becomes
        self.add("missed", family.active & (family.ready_for == months + 12))
