"""What is measured of a run, under the names of the program's codebook."""

import numpy as np

import exits
import first_day



def first_day_measures(month, scale):
    """Month 0: nobody saves, cards take nothing, and the cycle is left out."""
    family, money = month.family, month.lives.money
    income = family.income
    wages = np.exp(family.earnings + money.passes * family.luck)
    benefit = first_day.benefit_of(family.paid, family.line, family.persons) if money.benefit_on else 0.0
    spending = np.maximum(wages + income + benefit, 0.1)
    truth = np.log(np.exp(family.earnings + family.luck) + income)
    return _stocks(month, scale, spending, truth, np.zeros(month.count))


def month_measures(month, scale):
    """The end of a month."""
    family, people = month.family, month.people
    found = _stocks(month, scale, month.spending, month.log_earned, month.levy)
    so_far = month.so_far
    found.update({
        "cumulative_self_reliant": scale * (so_far["raised"] + so_far["own_request"] + so_far["label"]),
        "cumulative_self_reliant_raised": scale * so_far["raised"],
        "cumulative_own_request": scale * so_far["own_request"],
        "cumulative_natural_exit": scale * so_far["natural"],
        "cumulative_struck_off": scale * so_far["struck_off"],
        "cumulative_time_limit": scale * so_far["time_limit"],
        "cumulative_admitted": scale * so_far["admitted"],
        "cumulative_removal": scale * so_far["removal"],
        "exits_able_at_start": scale * so_far["able_at_start"],
        "exits_became_able": scale * so_far["became_able_then_left"],
        "exits_not_able": scale * so_far["never_able"],
        "premature_exit": scale * so_far["premature"],
        "left_poor": scale * so_far["left_poor"],
        "fell_back": scale * so_far["fell_back"],
        "returned": scale * so_far["returned"],
        "sustained_self_reliant": scale * so_far["sustained"],
        "missed_graduation": scale * so_far["missed"],
        "became_able": scale * so_far["became_able"],
        "children_out_of_school": scale * month.lost_to_school,
        "wrongly_seen_able_share": month.wrongly_seen / max(month.assessed_not_able, 1),
        "agree_share": month.agreed / max(month.weighed, 1),
        "assessed_this_month": scale * month.assessed_now,
        "attendance": month.came.sum() / max(month.meets.sum(), 1e-9),
    })
    here = month.posts.present * people.fullness
    full = np.sum(people.fullness * people.exists)
    n = people.n.sum()
    held = (month.meets / np.maximum(people.at.group_size[family.district, 0], 1)).sum()
    found.update({
        "facilitators": scale * full,
        "facilitator_vacancy_share": np.sum(people.fullness * month.posts.vacant) / full,
        "fatigue": np.sum(here * month.fatigue) / here.sum(),
        "competence": np.sum(here * month.competence) / here.sum(),
        "burnt_out_share": np.sum(here * (month.fatigue > 0.5)) / here.sum(),
        "workload": np.sum(here * people.load) / here.sum(),
        "visits_per_household": month.visits.sum() / n,
        "contact_hours_per_household": (month.levers.sessions.hours * month.meets.sum()
                                        + month.lives.workload.visit * month.visits.sum()) / n,
        "sessions_cancelled_share": 1 - held / people.planned.sum(),
    })
    return found


def _stocks(month, scale, spending, truth, levy):
    """Stocks of families at the end of a month."""
    family, months = month.family, month.lives.readiness.months
    active = family.status == exits.ACTIVE
    able = active & (family.ready_for >= months)
    outside = spending > np.exp(month.areas.border)
    waits = family.status == exits.WAITING
    persons = np.where(waits, 0, family.persons)
    found = {
        "active": scale * active.sum(),
        "able": scale * able.sum(),
        "waiting": scale * waits.sum(),
        "able_share": able.sum() / active.sum(),
        "self_reliant": scale * np.sum(family.status == exits.SELF_RELIANT),
        "natural_exit": scale * np.sum(family.status == exits.NATURAL),
        "removal": scale * np.sum(family.status == exits.REMOVED),
        "listed_without_component": scale * np.sum(active & (month.entitled == 0)),
        "poor_share": np.sum(persons * (spending < 1)) / persons.sum(),
        "poverty_gap": np.sum(persons * np.maximum(1 - spending, 0)) / persons.sum(),
        "mean_spending": np.sum(persons * spending) / persons.sum(),
        "outside_poorest_share": np.sum(active & outside) / active.sum(),
        "poorest_left_out_share": np.sum(~active & ~outside) / max(np.sum(~outside), 1),
        "record_gap": np.abs(family.record / 40 - 1.6 - truth)[active].mean(),
    }
    for name, values in (("record_age", family.record_age), ("self_confidence", family.confidence),
                         ("skills", family.skills), ("access", family.access), ("digital_literacy", family.digital),
                         ("enterprise_share", family.business), ("assets", family.assets),
                         ("card_held_by_other_share", family.card_away)):
        found[name] = values[active].mean()
    found["benefit_mean_rupiah_year"] = first_day.RUPIAH_OF_UNIT * family.paid[active].mean()
    yearly = scale * first_day.RUPIAH_OF_UNIT / 12
    found["levy_rupiah"] = yearly * np.sum((levy * family.paid)[active])
    return found
