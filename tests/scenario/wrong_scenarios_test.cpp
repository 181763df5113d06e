// Every file in wrong/ is a scenario with a mistake; NAME.txt beside it holds what the reader says
// of it, NAME.set the settings of the command line, one a line.
#include "scenario_support.h"

#include "base/errors.h"
#include "base/text.h"
#include "scenario/read.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace graduasi;
using namespace graduasi::testing;
namespace fs = std::filesystem;

namespace {

fs::path const wrong_folder = fs::path(GRADUASI_SOURCE_DIR) / "tests/scenario/wrong";

std::vector<fs::path> wrong_scenarios() {
  std::vector<fs::path> files;
  for (auto const& entry : fs::directory_iterator(wrong_folder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::vector<std::string> settings_beside(fs::path file) {
  file.replace_extension(".set");
  std::vector<std::string> settings;
  if (!fs::exists(file)) return settings;
  auto const text = bytes_of(file);
  for (auto const line : split(trimmed(text), '\n')) settings.emplace_back(line);
  return settings;
}

}  // namespace

TEST_CASE("scenario: each wrong file is refused with its own words", "[scenario]") {
  auto const files = wrong_scenarios();
  CHECK(files.size() >= 90);
  std::vector<std::string_view> const measures = {"active", "self_reliant"};
  for (auto file : files) {
    INFO(file.filename().string());
    auto const said =
        without(wrong_folder.generic_string() + "/",
                problems_of([&] { (void)read_scenario(file, settings_beside(file), measures); }));
    CHECK(said == bytes_of(file.replace_extension(".txt")));
  }
}
