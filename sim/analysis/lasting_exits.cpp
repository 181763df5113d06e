#include "analysis/lasting_exits.h"

#include "scenario/months_apart.h"
#include "scenario/short_runs.h"
#include "scenario/variants.h"

namespace graduasi {

std::vector<char> policies_with_lasting_exits(RunResults const& results, Scenario const& scenario,
                                              std::size_t variant) {
  auto const setting = setting_where_all_acts(scenario, results.variants[variant]);
  std::vector<char> can_last(results.policies.size(), 1);
  for (std::size_t p = 1; p < can_last.size(); ++p) {
    auto const apart = first_month_apart(setting, p, 0, scenario.run);
    can_last[p] = !apart || *apart + sustained_after <= scenario.run.counts.months ? 1 : 0;
  }
  return can_last;
}

}  // namespace graduasi
