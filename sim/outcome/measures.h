// What is printed of a month. One row of a table drives calculation, codebook and page.
#pragma once

#include "policy/unit_costs.h"
#include "tallies/tally.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// What turns counts of simulated families into figures of the programme.
struct Scale {
  double factor = 1;  ///< families of the programme for each simulated one
  UnitCosts costs{};
};

/// Families enrolled at month 0, by their first exit; each in [0, 1].
struct FirstExits {
  double self_reliant;
  double natural;
  double removed;      ///< assessed out, struck off or removed
  double mean_months;  ///< mean months on the programme so far
};

/// Everything that a measure of one month may look at.
struct MonthView {
  int month;  ///< 0 is the state before the first month
  Tally const& now;
  Tally const& so_far;  ///< sum over months 1 to this one
  FirstExits first_exits;
  Scale const& scale;
};

struct Measure {
  std::string_view name;  ///< snake_case, at most 32 characters
  std::string_view label_en;
  std::string_view label_id;
  std::string_view unit;
  std::string_view definition;
  std::string_view definition_id;
  std::string_view better;              ///< "higher", "lower" or empty
  double (*formula)(MonthView const&);  ///< NaN where it is not defined
};

/// All measures; their order is the order of columns and rows everywhere.
std::span<Measure const> measures();

/// What a measure is about, for lists of them: "exits", "families", "facilitators" or "money".
std::string_view topic_of(Measure const& measure);

/// The index of a measure in `measures()`.
std::optional<std::size_t> find_measure(std::string_view name);

/// The names of `measures()`, in their order: for "did you mean".
std::vector<std::string_view> measure_names();

/// The names in `asked` that are no measure, as given.
std::vector<std::string> unknown_measures(std::span<std::string const> asked);

/// Places of the measures asked for, ascending and without repeats; nothing asked means all.
/// @throws BrokenContract for an unknown name: the scenario was checked
std::vector<std::size_t> chosen_measures(std::span<std::string const> asked);

}  // namespace graduasi
