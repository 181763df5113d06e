// Workload and unbalanced facilitator-to-family ratios: what fills the hours of a facilitator, what
// is left for sessions and visits, and the fatigue that follows.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"
#include "policy/levers.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// What fills the hours of a facilitator.
struct WorkloadParameters {
  bool on = true;
  float contracted = 160;
  float overtime_share = 0.10f;
  float fixed_admin = 20;
  float admin_per_family_easy = 0.15f;
  float admin_per_family_hard = 0.30f;
  float check_hours_easy = 0.15f;
  float check_hours_hard = 0.30f;
  float group_size_easy = 25;
  float group_size_hard = 15;
  float preparation = 0.75f;
  float session_travel_easy = 0.5f;
  float session_travel_hard = 5;
  float evening_hours = 1.2f;
  float visit = 0.75f;
  float visit_note = 0.25f;
  float visit_travel_easy = 0.5f;
  float visit_travel_hard = 1.5f;
  float visits_expected = 0.083333f;
  float visit_reserve = 0.5f;
  float rush = 0.25f;
  float fatigue_loss = 0.15f;
  float fatigue_at_full_load = 0.20f;
  float fatigue_slope = 0.8f;
  float resilience_sd = 0.20f;
  float fatigue_speed = 0.15f;
};

template <>
struct Table<WorkloadParameters> {
  static constexpr std::string_view group = "workload";
  static constexpr auto rows = std::to_array<Parameter<WorkloadParameters>>({
      {"on",
       &WorkloadParameters::on,
       "",
       {0, 1},
       "whether hours are scarce; off, all planned sessions, expected visits and checks are done "
       "and "
       "fatigue stands still",
       "choice of the user"},
      {"contracted",
       &WorkloadParameters::contracted,
       "hours per month",
       {40, 260},
       "paid hours of a full post",
       "assumption, 140 to 173: a 40-hour week less leave"},
      {"overtime_share",
       &WorkloadParameters::overtime_share,
       "share",
       {0, 1},
       "hours beyond the contract that duties can draw on",
       "assumption, 0 to 0.25"},
      {"fixed_admin",
       &WorkloadParameters::fixed_admin,
       "hours per month",
       {0, 160},
       "administration of a post, whatever its caseload",
       "assumption, 10 to 35"},
      {"admin_per_family_easy",
       &WorkloadParameters::admin_per_family_easy,
       "hours per month",
       {0, 5},
       "administration for each family",
       "assumption, 0.10 to 0.25"},
      {"admin_per_family_hard",
       &WorkloadParameters::admin_per_family_hard,
       "hours per month",
       {0, 5},
       "the same in hard-to-reach places",
       "assumption, 0.2 to 0.5"},
      {"check_hours_easy",
       &WorkloadParameters::check_hours_easy,
       "hours",
       {0, 5},
       "one check of a family's components",
       "assumption, 0.05 to 0.5: three in ten checks need a visit"},
      {"check_hours_hard",
       &WorkloadParameters::check_hours_hard,
       "hours",
       {0, 5},
       "the same in hard-to-reach places",
       "assumption"},
      {"group_size_easy",
       &WorkloadParameters::group_size_easy,
       "families",
       {5, 60},
       "families in a mentoring group",
       "S175"},
      {"group_size_hard",
       &WorkloadParameters::group_size_hard,
       "families",
       {5, 60},
       "the same in hard-to-reach places",
       "assumption"},
      {"preparation",
       &WorkloadParameters::preparation,
       "hours",
       {0, 8},
       "preparing a group session",
       "assumption, 0.25 to 1.5"},
      {"session_travel_easy",
       &WorkloadParameters::session_travel_easy,
       "hours",
       {0, 16},
       "travel for a group session",
       "assumption, 0.25 to 1.5"},
      {"session_travel_hard",
       &WorkloadParameters::session_travel_hard,
       "hours",
       {0, 16},
       "the same in hard-to-reach places",
       "assumption from the hard norm of S38, 3 to 10"},
      {"evening_hours",
       &WorkloadParameters::evening_hours,
       "ratio",
       {1, 3},
       "what an evening session costs, against one by day",
       "assumption: travel after dark"},
      {"visit", &WorkloadParameters::visit, "hours", {0.1, 8}, "a home visit", "assumption"},
      {"visit_note",
       &WorkloadParameters::visit_note,
       "hours",
       {0, 8},
       "writing up a home visit",
       "assumption"},
      {"visit_travel_easy",
       &WorkloadParameters::visit_travel_easy,
       "hours",
       {0, 16},
       "travel for a home visit",
       "assumption"},
      {"visit_travel_hard",
       &WorkloadParameters::visit_travel_hard,
       "hours",
       {0, 16},
       "the same in hard-to-reach places",
       "assumption"},
      {"visits_expected",
       &WorkloadParameters::visits_expected,
       "visits per family and month",
       {0, 4},
       "visits that the programme expects; only the feeling of load depends on it",
       "assumption, 0 to 1/4"},
      {"visit_reserve",
       &WorkloadParameters::visit_reserve,
       "share",
       {0, 1},
       "of the hours left after administration, the part that goes to visits before any session",
       "assumption, 0 to 0.8: decides the shape above 1:300"},
      {"rush",
       &WorkloadParameters::rush,
       "share",
       {0, 0.9},
       "of administration that can be rushed through when hours are short",
       "assumption, 0 to 0.4"},
      {"fatigue_loss",
       &WorkloadParameters::fatigue_loss,
       "share",
       {0, 0.9},
       "of hours that full fatigue costs",
       "assumption, 0 to 0.3"},
      {"fatigue_at_full_load",
       &WorkloadParameters::fatigue_at_full_load,
       "share",
       {0, 1},
       "fatigue toward which a full load leads",
       "E121: burnt out about 20 percent"},
      {"fatigue_slope",
       &WorkloadParameters::fatigue_slope,
       "per unit of load",
       {0, 5},
       "how fatigue rises with load",
       "E121, 0.4 to 1.2"},
      {"resilience_sd",
       &WorkloadParameters::resilience_sd,
       "share",
       {0, 1},
       "spread of fatigue between facilitators with equal load",
       "assumption, 0.1 to 0.3"},
      {"fatigue_speed",
       &WorkloadParameters::fatigue_speed,
       "per month",
       {0, 1},
       "part of the way to its goal that fatigue goes in a month",
       "assumption, 0.08 to 0.3"},
  });
  static_assert(describes(rows));
};

/// Hours that the tasks of one place cost: easy and hard areas mixed by their shares.
struct TaskHours {
  float admin_per_family, check, group_size, session, visit;
  float session_contact;  ///< of it, the session itself
  float visit_contact;    ///< of it, with the family
  float checks = 1;       ///< of components, for each that the cycle asks for
};

inline TaskHours task_hours(float hard_share, SessionLevers const& sessions,
                            WorkloadParameters const& p) {
  auto const mixed = [&](float easy, float hard) { return easy + hard_share * (hard - easy); };
  float const evening = 1.0f + sessions.evening_share * (p.evening_hours - 1.0f);
  float const session =
      sessions.hours + p.preparation + mixed(p.session_travel_easy, p.session_travel_hard);
  return {.admin_per_family = mixed(p.admin_per_family_easy, p.admin_per_family_hard),
          .check = mixed(p.check_hours_easy, p.check_hours_hard),
          .group_size = mixed(p.group_size_easy, p.group_size_hard),
          .session = session * evening,
          .visit = p.visit + p.visit_note + mixed(p.visit_travel_easy, p.visit_travel_hard),
          .session_contact = sessions.hours,
          .visit_contact = p.visit};
}

/// Fatigue beyond which a facilitator is counted as burnt out.
inline constexpr float burnt_out_above = 0.5f;

/// One facilitator at the start of a month.
struct Post {
  float full;        ///< part of a full post: families at the last staffing over the ratio
  float families;    ///< active families accompanied now
  float fatigue;     ///< share in [0, 1]
  float duties = 0;  ///< hours of a full post that go to nobody's families, a month
};

/// How the hours of a month are shared out.
struct HoursShared {
  float load;   ///< demand over hours, 1 = just enough
  float hours;  ///< to give in all
  float admin;  ///< of them, administration
  float sessions_planned;
  float held;         ///< part of the group sessions planned that are held, [0, 1]; 1 when all are
  float sessions;     ///< group sessions held
  float visit_hours;  ///< left for home visits
  float diverted;     ///< taken from sessions and visits for a target
  float checks;       ///< part of the checks of components that are done, [0, 1]
};

/// Administration comes first; sessions and visits share what is left. Duties beyond the contract
/// are met by overtime, then by rushing administration, then by cancelling sessions. Everything is
/// a real number, in proportion to the post, so hours per family do not depend on how families are
/// cut into caseloads.
/// @param divert  part of what is left that a target takes before sessions and visits
/// @param most    hours that it takes at most
inline HoursShared share_out_hours(Post const& post, TaskHours const& task,
                                   SessionLevers const& sessions, RegistryLevers const& registry,
                                   WorkloadParameters const& p, float divert = 0, float most = 0) {
  float const rested = 1.0f - p.fatigue_loss * post.fatigue;
  float const contracted = p.contracted * post.full;
  float const planned = post.families / task.group_size * sessions.per_month;
  float const admin =
      (p.fixed_admin + post.duties) * post.full +
      (task.admin_per_family + task.checks * task.check / registry.cycle_months) * post.families;
  float const duties = admin + planned * task.session;
  float const demand = duties + p.visits_expected * post.families * task.visit;
  if (!p.on) {
    return {.load = demand / contracted,
            .hours = demand,
            .admin = admin,
            .sessions_planned = planned,
            .held = 1,
            .sessions = planned,
            .visit_hours = demand - duties,
            .diverted = math::min(divert * (demand - admin), most),
            .checks = 1};
  }
  float const overtime = math::clip(duties / contracted - 1.0f, 0.0f, p.overtime_share);
  float const hours = contracted * (1.0f + overtime) * rested;
  float const rushed = math::clip((duties - hours) / admin, 0.0f, p.rush);
  float const field = math::max(hours - admin * (1.0f - rushed), 0.0f);
  float const diverted = math::min(divert * field, most);
  float const left = field - diverted;
  float const wanted = planned * task.session;
  float const allowed = (1.0f - p.visit_reserve) * left;
  // A part of what is planned, so that rounding never holds more or loses any.
  float const held = allowed < wanted ? allowed / wanted : 1.0f;
  float const admin_done = math::min(1.0f, hours / (admin * (1.0f - p.rush)));
  return {.load = demand / (contracted * rested),
          .hours = hours,
          .admin = math::min(admin * (1.0f - rushed), hours),
          .sessions_planned = planned,
          .held = held,
          .sessions = held * planned,
          .visit_hours = math::max(p.visit_reserve * left, left - wanted),
          .diverted = diverted,
          .checks = admin_done};
}

/// Fatigue drifts toward what the load demands, more or less so by the person.
/// @param relief  share of it that supervision takes off
inline float fatigue_after_month(float fatigue, float load, float resilience,
                                 WorkloadParameters const& p, float relief = 0) {
  if (!p.on) return fatigue;
  float const strain =
      math::clip01(p.fatigue_at_full_load + p.fatigue_slope * (load - 1.0f) + resilience);
  float const goal = (1.0f - relief) * strain;
  return fatigue + p.fatigue_speed * (goal - fatigue);
}

}  // namespace graduasi
