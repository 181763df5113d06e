// What each group of mechanisms contributes to a result: as a table, CSV and JSON.
#pragma once

#include "base/errors.h"
#include "results/curves.h"
#include "results/json.h"
#include "results/sink.h"
#include "results/text_table.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// What one group contributes.
struct GroupShare {
  std::string group;
  std::vector<std::string> switches;
  Estimate value;  ///< Shapley
  Estimate alone;  ///< this group on, less nothing on
  Estimate last;   ///< everything on, less all on but this group
  /// Whether families of the first day are the same without it; if not, luck counts for more.
  bool same_first_day = true;
};

/// A result divided over the groups: the values sum to `everything` less `nothing`.
struct Answer {
  std::string policy;    ///< the baseline, or a policy that it is taken off
  std::string baseline;  ///< that was subtracted; empty: the result of the policy itself
  Estimate nothing;      ///< all groups off
  Estimate everything;   ///< all groups as the scenario has them
  std::vector<GroupShare> groups;
};

/// A whole attribution.
struct Attribution {
  std::string scenario, question, measure;
  int month = 0;
  std::size_t coalitions = 0;
  std::int64_t households = 0, programme_households = 0;
  std::size_t replicates = 0, draws = 0;
  std::uint32_t seed = 0;
  /// The scenario's own size, where fewer were run.
  std::int64_t asked_households = 0;
  std::size_t asked_replicates = 0;
  std::vector<std::string> kept;  ///< switches in no group
  std::vector<Warning> warnings;
  std::vector<Answer> answers;  ///< the baseline first, then each policy less the baseline
};

/// `policy,baseline,measure,month,row,group,switches,value,lower,upper,standard_error,alone,
/// alone_lower,alone_upper,last,last_lower,last_upper,same_first_day,replicates,interval,sd_chance,
/// sd_parameters`; `row` is nothing, everything or group.
void write_attribution(Sink& sink, Attribution const& attribution);

/// One document with everything.
Json attribution_json(Attribution const& attribution);

/// A table for each answer, what weighs most first, and how to read it.
std::string attribution_text(Attribution const& attribution, Color color);

}  // namespace graduasi
