// The nation in one simulation of an experiment: families and the people who accompany them.
#pragma once

#include "agents/districts.h"
#include "agents/households.h"
#include "model/year.h"

#include <cstdint>
#include <span>
#include <vector>

namespace graduasi {

/// Facilitators of one district, with room for the most that any lever of the policy asks for, and
/// what else of the district moves.
struct DistrictState {
  Facilitators people;
  std::uint32_t caseloads = 0;
  float posts = 0;
  float staffed_ratio = 0;
  float cycle = 0;
  std::int64_t wanted = 0;      ///< referrals to partners wanted last month, in units of 1/65,536
  std::vector<Event> events{};  ///< of the policy here; its own, since places become shares of it
};

struct NationState {
  Households households;
  std::vector<DistrictState> districts;
};

Staff staff_of(DistrictState& state);

/// The facilitators of a district on the first day. Those that the baseline employs have the
/// fatigue that their load leads to, have been there for as long as people stay, and some posts are
/// vacant; further ones are new when a policy hires them.
/// @param lowest_ratio  least families per facilitator that the policy will ask for
DistrictState make_district_state(District const& district, std::uint32_t number,
                                  World const& world, Levers const& baseline, float lowest_ratio,
                                  Key key);

/// Fatigue of a full post after years under the load of these levers.
/// @param resilience  of the person, added to what the load leads to
/// @returns           share in [0, 1]
float steady_fatigue(float resilience, District const& district, World const& world,
                     Levers const& levers);

/// Sessions per group and month that the baseline's hours allow in a place, with settled fatigue.
float steady_sessions(District const& district, World const& world, Levers const& baseline);

/// Visits per family and month that the baseline's hours allow in a place, with settled fatigue.
float steady_visit_rate(District const& district, World const& world, Levers const& baseline);

}  // namespace graduasi
