"""Sessions, visits, and what families learn from them (attendance to digital_literacy of model.md)."""

import numpy as np

import exits
import past_mentoring
import workload
from scenario import is_on


class Contact:
    """The part of a month in which families meet their facilitator; `Month` lives the rest of it."""

    def dose_remembered(self):
        """The dose of the contact that is remembered."""
        contact = self.lives.contact
        if not (contact.on and contact.has_effect):
            return np.zeros(self.count)
        return past_mentoring.dose_of(contact, self.family.contact)

    def attendance_and_visits(self):
        """Who comes to sessions, who is visited, and what of it is remembered."""
        family, people, lives, levers = self.family, self.people, self.lives, self.levers
        active = family.active
        self.meets = np.where(active, people.meetings(levers), 0)
        p = family.habit * past_mentoring.kept_away(lives, levers, family.clash)
        if not lives.attendance.on:
            p = np.ones(self.count)
        u = self.uniform("comes")
        first, second = np.where(self.meets >= 2, 2 * p - p ** 2, p), np.where(self.meets >= 2, p ** 2, 0)
        self.came = np.where(self.meets > 0, (u < first).astype(int) + (u < second), 0)
        self._visits()
        now = (lives.contact.session_weight * levers.sessions.hours * self.came
               + lives.workload.visit * self.visits)
        came, away = self.came > 0, (self.meets > 0) & (self.came == 0)
        if lives.attendance.on:
            habit = family.habit
            built = came * self.quality * (1 - habit) - away * habit / 4
            family.habit = np.clip(habit + lives.attendance.habit_gain * built
                                   + lives.attendance.habit_home * (family.habit_start - habit), 0, 1)
        family.contact = family.contact + (now - family.contact) / lives.contact.memory
        self.dose = self.dose_remembered()
        self.good = self.dose * self.quality

    def _visits(self):
        """Visits of the month; those whose assessment is due come first where the rule says so."""
        family, people, lives, levers = self.family, self.people, self.lives, self.levers
        visit = workload.visit_hours(lives.workload, people.at)
        bank, n = np.maximum(people.bank, 0), np.maximum(people.n, 1)
        self.gap = workload.gaps(lives, levers, family.lot)
        self.due = family.active & (family.since >= self.gap) & bool(is_on(lives.assessment))
        equal = np.minimum(bank / (n * visit), 30)
        rate_due = rate_others = equal
        if levers.visits.targeting == "due":
            size = people.shape[0] * people.people
            d = np.bincount(people.of_family[self.due], minlength=size).reshape(people.shape).astype(float)
            a = self.coverage()[:, None] * lives.assessment.assess_hours
            all_alike = (bank - d * a) / (n * visit)
            first = np.minimum(bank / (np.maximum(d, 1) * (visit + a)), 1)
            others = (bank - d * (visit + a) * first) / (np.maximum(n - d, 1) * visit)
            alike = (all_alike >= 1) | (d == 0)
            rate_due = np.minimum(np.where(alike, all_alike, first), 30)
            rate_others = np.clip(np.where(alike, all_alike, others), 0, 30)
        rate = np.where(self.due, self.of_caseload(rate_due), self.of_caseload(rate_others))
        if levers.visits.targeting in ("neediest", "nearest", "random"):
            rate = self._focused(self.of_caseload(equal), levers.visits)
        visits = np.floor(rate) + (self.uniform("visit") < rate - np.floor(rate))
        self.visits = np.where(family.active, visits, 0)

    def _focused(self, equal, rule):
        """All visits go to a share of the caseload: by need, by nearness to graduation, or by lot."""
        family, of = self.family, self.people.of_family
        rank = {"neediest": family.record, "nearest": 127 - family.record, "random": family.lot}[rule.targeting]
        size = self.people.shape[0] * self.people.people
        at = np.bincount(of[family.active] * 128 + rank[family.active], minlength=128 * size).reshape(size, 128)
        up_to = at.cumsum(axis=1)
        wanted = rule.focus * up_to[:, -1]
        border = (up_to < wanted[:, None]).sum(axis=1).clip(0, 127)
        here = np.arange(size), border
        part = (wanted - (up_to[here] - at[here])) / np.maximum(at[here], 1)
        share = np.where(rank < border[of], 1.0, np.where(rank == border[of], part[of], 0.0))
        return np.minimum(share * equal / rule.focus, 30)

    def skills_and_literacy(self):
        """Skills and digital literacy follow contact, and fade."""
        family, lives = self.family, self.lives
        listed = family.status != exits.WAITING  # who waits has no past mentoring to make up for
        if lives.skills.on:
            k, start = family.skills, family.skills_start
            family.skills = np.clip(k + lives.skills.learning_rate * self.good * (1 - k)
                                    - listed * self.upkeep_of_skills * (1 - start)
                                    - lives.skills.fading_rate * (k - start), 0, 1)
        if lives.digital_literacy.on:
            d, start, literacy = family.digital, family.digital_start, lives.digital_literacy
            taught = literacy.session_rate * self.levers.mentoring.digital_share * self.quality * self.came
            gain = np.minimum(literacy.learning_rate * self.good + taught, 1)
            family.digital = np.clip(d + gain * (1 - d) - listed * self.upkeep_of_digital * (1 - start)
                                     - literacy.fading_rate * (d - start), 0, 1)
