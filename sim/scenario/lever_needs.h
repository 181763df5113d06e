// Levers and events that change nothing in a scenario as it is: the mechanism that they act through
// is switched off, another lever that they build on is at zero, or they reach nobody.
#pragma once

#include "scenario/variants.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

struct Row;

/// What a lever acts through. Where `needs` is 0, false or the first of its words, or not above
/// `more_than`, the lever changes nothing that happens to families.
struct LeverNeed {
  std::string_view lever;        ///< "policy.labelling.share"
  std::string_view needs;        ///< "world.labelling.on", "policy.target.families", ...
  std::string_view consequence;  ///< for people
  bool only_costs = false;       ///< it is still paid for, so money moves
  double more_than = 0;          ///< that the value of `needs` must be
  std::string_view instead{};    ///< a lever or parameter that does as well where it is above 0
};

std::span<LeverNeed const> lever_needs();

/// A need that is not met, and how a scenario would write what prevents it.
struct UnmetNeed {
  LeverNeed const* need;
  std::string is;  ///< "world.labelling.on is false"
};

/// The first need of a lever that is not met in a month with these levers; nothing when it acts.
std::optional<UnmetNeed> unmet_need(std::string_view lever, ParameterSet const& setting,
                                    Levers const& levers);

/// Sets the levers that change nothing to their defaults: months that are equal then have equal
/// results. Training that teaches nothing still costs money, and stays.
class ActingLevers {
 public:
  explicit ActingLevers(ParameterSet const& setting);

  Levers of(Levers const& asked) const;

 private:
  struct Need {
    Row const* lever;
    Row const* needs;  ///< null: what it needs is no lever, and is not there
    double more_than;
    Row const* instead;  ///< null: nothing does as well
  };
  std::vector<Need> open_;
};

/// Why an event does nothing, as in "share is 0"; nothing when it acts.
std::optional<std::string> why_idle(Event const& event, World const& world);

}  // namespace graduasi
