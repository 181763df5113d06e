// Apart from the agents, as in a framework: a compiler that sees the only class of agents calls it
// without asking which it is.
#include "bench/rivals/schedule.h"

namespace graduasi::bench {

void Schedule::step() {
  for (auto const& agent : agents_) agent->step(*this);
}

MiniSums Schedule::report() const {
  MiniSums sums;
  for (auto const& agent : agents_) agent->report(sums);
  return sums;
}

}  // namespace graduasi::bench
