#include "model/parameters.h"
#include "parameters/lookup.h"
#include "policy/levers.h"
#include "population/settings.h"

#include <catch2/catch.hpp>

#include <set>

using namespace graduasi;

namespace {

template <class Root>
void check_rows() {
  std::set<std::string> seen;
  for (auto const& row : rows_of<Root>()) {
    INFO(row.path);
    CHECK(seen.insert(row.path).second);
    CHECK_FALSE(row.meaning.empty());
    CHECK_FALSE(row.source.empty());
    CHECK(row.range.holds(row.get(Root{})));
  }
}

}  // namespace

TEST_CASE("parameters: each has a name of its own, a meaning and a source", "[structure]") {
  check_rows<World>();
  check_rows<Levers>();
  check_rows<PopulationSettings>();
}
