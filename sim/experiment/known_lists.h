// What is worked out of the list of families before anybody is drawn: once for all variants,
// policies and draws under which it is the same.
#pragma once

#include "model/aged_before.h"
#include "model/first_families.h"
#include "population/birth_table.h"
#include "population/programme.h"
#include "scenario/scenario.h"

#include <map>
#include <memory>
#include <vector>

namespace graduasi {

/// A list as it is on paper.
struct KnownList {
  BirthTable births;
  double leaving = 0;                  ///< see `leaving_list`; 0 where no new families join
  double variance = 0;                 ///< see `variance_of_life_cycle`
  std::unique_ptr<AgedBefore> kept{};  ///< null where no candidates are kept
};

/// Lists that are known, by all that they depend on: the settings of the population and the years
/// that it knows, what ages families, what the baseline pays and how often it checks, and the first
/// month. Asked from one thread.
class KnownLists {
 public:
  enum class Keeps { lists, families_of_first };

  /// @param keeps  whether candidates of the first list that have aged are kept: they take room,
  ///               and help only where the same families are drawn again
  explicit KnownLists(Keeps keeps = Keeps::lists) : keeps_(keeps) {}

  std::shared_ptr<KnownList const> of(World const& world, PopulationSettings const& settings,
                                      Levers const& baseline, RunSettings const& run);

 private:
  Keeps keeps_;
  std::map<std::vector<double>, std::shared_ptr<KnownList const>> known_;
};

/// Families that are formed during a run with these parameters, the same under every policy.
NewFamilies new_families(KnownLists& lists, World const& world, PopulationSettings const& settings,
                         Levers const& baseline, RunSettings const& run);

}  // namespace graduasi
