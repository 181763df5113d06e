// The programme on paper: how welfare is spread in every area, who is chosen, and how many families
// of which district are simulated. Nothing here depends on chance.
#pragma once

#include "agents/districts.h"
#include "base/errors.h"
#include "population/areas.h"
#include "population/lognormal.h"
#include "population/settings.h"

#include <array>
#include <cstdint>
#include <vector>

namespace graduasi {

/// Welfare and choice in one area. All logs are of spending per head relative to the area's own
/// line; families are chosen by a score = lasting base + shock of that month + noise of the score.
struct AreaPlan {
  Area area;
  SpendingFit fit;            ///< of observed spending; its mean is also that of base and score
  double base_sd = 0;         ///< of the lasting part, log points
  double shock_sd = 0;        ///< of the persistent shock
  double noise_sd = 0;        ///< of what only a survey sees
  double score_total_sd = 0;  ///< of the score
  double score_cut = 0;       ///< chosen when the score lies below it
  double chosen_share = 0;    ///< probability of a score below the cut
  double poorest_below = 0;   ///< log spending, benefit included and without noise, below which
                              ///< a family is among the nation's poorest covered share; the same
                              ///< in every area
  double more_schooling = 0;  ///< years beyond the nation's mean; 0 where it is not given
  double labour_demand = 1;   ///< the nation's unemployment rate over the area's, in [0.5, 2]
  double families = 0;        ///< all families, in the programme or not
  double programme_families = 0;  ///< beneficiary families of the real programme
  std::size_t simulated_families = 0;
  std::uint32_t first_district_number = 0;
};

struct Programme {
  std::vector<AreaPlan> areas;      ///< in the order of the areas file
  std::vector<District> districts;  ///< without those that got no family
  double factor = 1;                ///< families of the real programme per simulated family
  std::vector<Warning> warnings;
};

/// A district's list holds about twice the families that are in the programme on the first day, and
/// all of the list needs ids of the district's range.
inline constexpr std::size_t max_families_per_district = ids_per_district / 4;
/// That many ranges of ids there are.
inline constexpr std::size_t max_districts = std::size_t{1} << 12;

/// How many families are formed during a run.
struct NewFamilies {
  double for_each_listed = 0;  ///< in a quarter, for each family of the list on the first day
  int quarters = 0;            ///< of the run
};

/// Fits every area, finds the national cut of the score, and shares the sample out.
///
/// The cut c solves: sum over areas of families x component_share x Phi((c - mu) / sd) =
/// programme_households. An area with a count of its own has that many programme families and a cut
/// of its own; the national cut shares out what the others are left with. The sample is shared by
/// programme families over areas and evenly over an area's districts, by largest remainder, ties to
/// the lower number. A district that gets no family is left out of `districts`; its number, and so
/// the ids of every other district's families, stay what they are.
/// @throws ScenarioError when shares of variance leave nothing for the lasting part, when the
///         programme has more families than qualify, or when a district is too large for its ids,
///         those included that are formed in the run
/// @param formed  families that join the lists during the run
Programme plan_programme(Areas const& areas, PopulationSettings const& settings,
                         NewFamilies const& formed = {});

/// Fills in what the lowest tenths of all families spend at most, luck aside, for rules that ask
/// for it.
void mark_tenths(Programme& programme);

/// Length of an area's waiting list for each family in the programme: what is asked for, as long as
/// 2 percent of all families remain above it.
double reserve_of(AreaPlan const& plan, double reserve);

/// The number of a district in the areas file, whatever the sample: 0 for the first row's first.
constexpr std::uint32_t district_number(District const& district) {
  return district.first_id / ids_per_district;
}

}  // namespace graduasi
