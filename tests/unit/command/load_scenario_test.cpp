#include "command/load_scenario.h"

#include "support/sources.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using graduasi::testing::source_folder;

namespace {

/// The splits of today's scenario, with these settings.
std::vector<Split> splits_with(std::vector<std::string> settings, bool for_whom) {
  Request request;
  request.scenario = source_folder() / "scenarios" / "today.yaml";
  request.settings = std::move(settings);
  request.for_whom = for_whom;
  return load_scenario(request).scenario.output.splits;
}

}  // namespace

TEST_CASE("load scenario: for whom adds heads and fifths to the splits asked for, each once",
          "[unit][command]") {
  using enum Split;
  CHECK(splits_with({}, false).empty());
  CHECK(splits_with({}, true) == std::vector{sex_of_head, welfare_fifth});
  CHECK(splits_with({"output.strata=[area, welfare_fifth]"}, true) ==
        std::vector{area, sex_of_head, welfare_fifth});
  CHECK(splits_with({"output.strata=[area]"}, false) == std::vector{area});
}
