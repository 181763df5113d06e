"""Strains one mechanism after the other, and compares both implementations in each such world.

Usage: mechanisms.py PROGRAM WORK [NAME ...]

With defaults a mechanism may do so little that two ways of writing it cannot be told apart. Here its parameters are
moved until it moves most that is measured, and both implementations live two years of the same small sample. One line a
world: the greatest |z|, where it lies, and how many of all comparisons lie beyond 3. Ends with 1 when one of them lies
beyond the bound that `compare.py` sets for a world, over all worlds together.
"""

import pathlib
import statistics
import sys
from types import SimpleNamespace

import compare

WORLDS = {
    "everything off": ["world.shocks.on=false", "world.disasters.on=false", "world.member_clocks.on=false",
                       "world.life_cycle.on=false", "world.growth.on=false", "world.lasting_shocks.on=false",
                       "world.workload.on=false", "world.turnover.on=false", "world.competence.on=false",
                       "world.work_pattern.on=false", "world.peers.on=false", "world.attendance.on=false",
                       "world.contact.on=false", "world.skills.on=false", "world.digital_literacy.on=false",
                       "world.partners.on=false", "world.access.on=false", "world.enterprise.on=false",
                       "world.earnings.on=false", "world.card_custody.on=false", "world.money.saving_on=false",
                       "world.self_confidence.on=false", "world.registry.on=false", "world.afterwards.on=false"],
    "shocks": ["world.shocks.keep=0.9", "world.shocks.setback_rate=0.05", "world.shocks.cycle_sd=0.15"],
    "shocks off": ["world.shocks.on=false"],
    "disasters": ["world.disasters.rate=2", "world.disasters.reach=0.4"],
    "member_clocks": ["world.member_clocks.birth_youngest_early=0.3", "world.member_clocks.to_senior_secondary=0.5",
                      "world.member_clocks.dropout_primary=0.05", "world.member_clocks.child_leaves=0.15",
                      "world.member_clocks.unpaid_dropout=5", "world.member_clocks.death_60=0.2"],
    "member_clocks off": ["world.member_clocks.on=false"],
    "life_cycle": ["world.life_cycle.scale=1", "world.life_cycle.leaves=0.06", "world.life_cycle.wanes=0.02",
                   "world.life_cycle.contributes=1"],
    "life_cycle off": ["world.life_cycle.on=false"],
    "growth": ["world.growth.per_year=0.05"],
    "lasting_shocks": ["world.lasting_shocks.sd=0.3"],
    "workload": ["world.workload.admin_per_family_easy=0.4", "world.workload.visit_reserve=0.2",
                 "world.workload.fatigue_slope=2", "policy.duties.hours_per_month=20"],
    "workload off": ["world.workload.on=false"],
    "turnover": ["world.turnover.leaving=0.5", "world.turnover.leaving_fatigue=0.9", "world.turnover.filling=0.1",
                 "world.turnover.contact_kept=0.2", "world.turnover.habit_lost=0.4", "world.turnover.team=3"],
    "nobody covers": ["world.turnover.leaving=0.5", "world.turnover.filling=0.1",
                      "policy.caseload.vacancy_cover=nobody"],
    "turnover off": ["world.turnover.on=false"],
    "competence": ["world.competence.sd=0.25", "world.competence.novice=-2", "world.competence.novice_months=60",
                   "policy.training.courses_per_year=2", "policy.training.refreshers_per_year=4"],
    "supervision": ["policy.staff.supervision=4", "world.supervision.upholds=2", "world.supervision.relief=0.6"],
    "peers": ["world.peers.pull=0.3", "world.leaving.of_norm=10"],
    "attendance": ["world.attendance.habit_gain=0.4", "world.attendance.habit_home=0.01",
                   "world.attendance.ill_rate=0.3", "policy.sessions.per_month=2", "policy.sessions.evening_share=0.5"],
    "equal visits": ["policy.visits.targeting=equal"],
    "contact": ["world.contact.session_weight=1", "world.contact.memory=2", "world.contact.dose_steepness=4"],
    "contact off": ["world.contact.on=false"],
    "no effect": ["world.contact.has_effect=false"],
    "skills": ["world.skills.learning_rate=0.3", "world.skills.fading_rate=0.04"],
    "digital_literacy": ["world.digital_literacy.session_rate=0.3", "policy.mentoring.digital_share=0.5"],
    "partners": ["world.partners.referral_rate=0.5", "policy.partners.capacity=10",
                 "policy.partners.joint_plans=1", "policy.partners.supervision=0.5",
                 "policy.partners.capital_share=0.4"],
    "access": ["world.partners.referral_rate=0.3", "policy.partners.capacity=50", "world.access.fading_rate=0.05",
               "world.partners.job_gain=0.8", "world.access.demand_of_cycle=10", "world.shocks.cycle_sd=0.1"],
    "enterprise": ["world.enterprise.failing=0.08", "world.enterprise.concave_return=0.15",
                   "world.enterprise.displaced=0.3"],
    "a threshold": ["world.enterprise.structure=threshold", "world.enterprise.threshold_return=0.03"],
    "enterprise off": ["world.enterprise.on=false"],
    "work_pattern": ["world.work_pattern.pay_lost=1", "world.work_pattern.changing=0.3", "policy.sessions.hours=4",
                     "world.work_pattern.job_clash=0.9"],
    "earnings": ["world.earnings.skill_effect=1", "world.earnings.access_effect=1", "world.earnings.effort_effect=1",
                 "world.earnings.speed=0.3"],
    "earnings off": ["world.earnings.on=false"],
    "readiness": ["world.readiness.multiple=1.2", "world.readiness.months=6"],
    "card_custody": ["world.card_custody.handing_over=0.05", "world.card_custody.levy=0.5",
                     "world.card_custody.confidence_drop=0.2", "world.card_custody.distrust=0.3",
                     "policy.card_custody.own_card=0.3", "policy.card_custody.printed_entitlement=0.5"],
    "money": ["world.money.passes=0.4", "world.money.buffers=0.8", "world.money.buffer_target=2"],
    "no saving": ["world.money.saving_on=false"],
    "no benefit": ["world.money.benefit_on=false"],
    "self_confidence": ["world.self_confidence.success_gain=0.2", "world.self_confidence.home=0.05",
                        "world.self_confidence.setback_drop=0.5", "world.self_confidence.contact_rate=0.2"],
    "natural_exit": ["world.natural_exit.component_error=0.5", "policy.registry.cycle_months=9",
                     "world.natural_exit.commitment=0.5"],
    "natural_exit off": ["world.natural_exit.on=false"],
    "registry": ["world.registry.mismatch_a_year=0.2", "world.registry.restored=0.8",
                 "world.registry.restore_months=3", "world.registry.noise_sd=0.8"],
    "registry off": ["world.registry.on=false"],
    "assessment": ["policy.assessment.gap=6", "world.assessment.gap_spread=0.5", "world.assessment.sight_sd=0.8",
                   "world.assessment.reluctance=0.2", "policy.assessment.coverage=0.5",
                   "policy.mentoring.split_roles=0.5", "world.assessment.bias_spread=0.4"],
    "assessment off": ["world.assessment.on=false"],
    "leaving": ["world.leaving.own_request_rate=0.02", "world.leaving.base=-1", "policy.graduation.exit_bonus=3",
                "policy.assessment.approval=0.5", "policy.graduation.assessed_out_share=0.5"],
    "leaving off": ["world.leaving.on=false"],
    "afterwards": ["world.afterwards.return_rate=0.5", "world.leaving.own_request_rate=0.02"],
    "districts that differ": ["population.districts.caseload_spread=0.31",
                              "population.districts.institution_spread=0.45", "policy.assessment.coverage=0.7"],
    "posts that stay": ["policy.caseload.staffing=keep_staff", "world.leaving.own_request_rate=0.02"],
    "allotted by need": ["policies.1 to 150.caseload.allotment=by_need"],
    "allotted to hard areas": ["policies.1 to 150.caseload.allotment=hard_areas"],
    "equal numbers": ["policies.1 to 150.caseload.allotment=equal_number"],
    "visits to the neediest": ["policies.1 to 150.visits.targeting=neediest", "policies.1 to 150.visits.focus=0.3"],
    "visits by lot": ["policies.1 to 150.visits.targeting=random", "policies.1 to 150.visits.focus=0.3"],
    "a multiple as line": ["policies.1 to 150.criteria.line=multiple", "policies.1 to 150.criteria.multiple=2"],
    "a decile as line": ["policies.1 to 150.criteria.line=decile", "policies.1 to 150.criteria.decile=3"],
    "care": ["world.care.child_hours=20"],
    "modules": [f"policies.1 to 150.mentoring.{name}_share=0.2" for name in
                ("finance", "enterprise", "parenting", "health")]
               + ["world.money.finance_effect=3", "world.enterprise.taught_effect=1",
                  "world.member_clocks.parenting_effect=1", "world.shocks.health_effect=1",
                  "world.contact.dose_half=0.3", "policies.1 to 150.mentoring.strengths_share=0.2"],
    "labelling": ["policies.1 to 150.labelling.share=0.6", "world.labelling.shame=0.05",
                  "world.labelling.more_requests=30"],
    "time_limit": ["policies.1 to 150.time_limit.years=5"],
    "striking off": ["policies.1 to 150.registry.strike_share=0.2"],
    "taken back": ["policies.1 to 150.graduation.guaranteed_return=0.5", "world.leaving.own_request_rate=0.03",
                   "policies.1 to 150.partners.return_on_failure=true",
                   "world.partners.referral_rate=0.5", "policy.partners.capacity=10", "world.enterprise.failing=0.1"],
    "other benefits": ["policy.benefit.per_family=5", "policy.benefit.elderly_from=65", "policy.benefit.primary=20"],
}


def main():
    """One world after the other."""
    program, work = sys.argv[1], pathlib.Path(sys.argv[2])
    chosen = sys.argv[3:] or list(WORLDS)
    worst = []
    for name in chosen:
        folder = work / name.replace(" ", "_")
        folder.mkdir(parents=True, exist_ok=True)
        arguments = SimpleNamespace(at=[1, 12, 24], seed=1, seeds=6, jobs=2, mistake=None, scenario="docking.yaml",
                                    set=["population.households=8000"] + WORLDS[name])
        found, scenario = compare.run_program(program, folder, arguments)
        rows = compare.rows_of(found, compare.run_second(scenario, arguments), arguments.at, compare.MAIN)
        rows.sort(key=lambda row: -abs(row[-1]))
        worst.append((abs(rows[0][-1]), len(rows)))
        beyond = [row for row in rows if abs(row[-1]) > 3]
        print(f"{name:22} {abs(rows[0][-1]):6.2f}  {len(beyond)} of {len(rows)} beyond 3", flush=True)
        for policy, month, measure, first, other, error, z in beyond[:8]:
            print(f"    {policy:10} {month:3} {measure:30} {first:12.6g} {other:12.6g} {error:9.3g} {z:6.2f}",
                  flush=True)
    bound = -statistics.NormalDist().inv_cdf(0.01 / 2 / sum(count for _, count in worst))
    failed = sum(z > bound for z, _ in worst)
    print(f"{len(worst)} worlds, {failed} of them beyond the bound of {bound:.2f}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
