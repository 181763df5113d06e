// The files that `population` names beside its table of parameters.
#pragma once

#include "scenario/scenario.h"
#include "scenario/text/entry.h"

#include <array>
#include <string_view>

namespace graduasi {

template <>
struct BlockOf<Scenario> {
  using Plan = Scenario;
  static OwnForm<Plan> const areas, households, years;

  static constexpr std::string_view name = "population";
  static constexpr std::string_view meaning = "the families on the first day";
  static constexpr auto keys = std::to_array<KeyRow<Plan>>({
      {"areas", &areas, "", "poverty figures of provinces or districts"},
      {"households_csv", &households, "",
       "families of the programme from a survey or list of your own, one a row; areas without a "
       "row "
       "keep families drawn from the published tables"},
      {"years_csv", &years, "",
       "what is known of the nation by year: families of the programme, lists, growth of earnings, "
       "poverty line; columns in sim/population.md, part 15"},
  });
};

/// Takes the table of areas that ships, where the scenario names none.
void take_shipped_areas(Entry const& root, Scenario& scenario, Problems& problems);

}  // namespace graduasi
