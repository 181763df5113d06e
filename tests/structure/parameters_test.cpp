#include "model/parameters.h"
#include "parameters/lookup.h"
#include "policy/levers.h"
#include "population/settings.h"
#include "scenario/blocks/run_settings.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <regex>
#include <set>
#include <string>

using namespace graduasi;

namespace {

/// A row of any root, without its root's type.
struct AnyRow {
  std::string path;
  Kind kind;
  std::string unit, meaning, source;
  Range range;
  double preset;
};

template <class Root>
void append(std::vector<AnyRow>& all) {
  for (auto const& row : rows_of<Root>()) {
    all.push_back({row.path, row.kind, std::string(row.unit), std::string(row.meaning),
                   std::string(row.source), row.range, row.get(Root{})});
  }
}

std::vector<AnyRow> const& all_rows() {
  static std::vector<AnyRow> const rows = [] {
    std::vector<AnyRow> all;
    append<World>(all);
    append<Levers>(all);
    append<PopulationSettings>(all);
    append<RunSettings>(all);
    return all;
  }();
  return rows;
}

}  // namespace

TEST_CASE("parameters: every one has a unit, a meaning and a source", "[structure]") {
  REQUIRE(all_rows().size() > 100);
  for (auto const& row : all_rows()) {
    INFO(row.path);
    bool const number = row.kind == Kind::number || row.kind == Kind::whole_number;
    bool const without_unit = !number || row.path == "run.seed";
    CHECK(row.unit.empty() == without_unit);
    CHECK(row.meaning.size() >= 8);
    CHECK(row.source.size() >= 3);
    CHECK(row.meaning.back() != '.');
  }
}

TEST_CASE("parameters: names are unique, whole words in lower case", "[structure]") {
  std::set<std::string> seen;
  std::regex const words("[a-z]+(\\.[a-z][a-z0-9]*(_[a-z0-9]+)*)+");
  for (auto const& row : all_rows()) {
    INFO(row.path);
    CHECK(seen.insert(row.path).second);
    CHECK(std::regex_match(row.path, words));
  }
}

TEST_CASE("parameters: every default lies in its range, and every range has a width",
          "[structure]") {
  for (auto const& row : all_rows()) {
    INFO(row.path << " is " << row.preset);
    CHECK(row.range.min < row.range.max);
    CHECK(row.range.holds(row.preset));
    // The ends are written to a float member as well, and must stay inside when they are rounded.
    if (row.kind == Kind::number)
      CHECK(row.range.holds(static_cast<double>(static_cast<float>(row.preset))));
    if (row.kind == Kind::yes_no) CHECK((row.range.min == 0 && row.range.max == 1));
  }
}

TEST_CASE("parameters: shares and chances lie in [0, 1]", "[structure]") {
  for (auto const& row : all_rows()) {
    if (row.unit != "share" && row.unit != "per session") continue;
    INFO(row.path);
    CHECK(row.range.min >= 0);
    CHECK(row.range.max <= 1);
  }
}

TEST_CASE("parameters: a source is a code, a calibration, a choice, or the honest word assumption",
          "[structure]") {
  std::regex const honest(
      "(^|[^A-Za-z])(S[0-9]{2,3}[a-z]?|D00|E[0-9]{3})|assumption|calibrated|choice of the "
      "user|derived");
  for (auto const& row : all_rows()) {
    INFO(row.path << ": " << row.source);
    CHECK(std::regex_search(row.source, honest));
  }
}

TEST_CASE("parameters: every mechanism's group is part of the world, or its levers are a policy's",
          "[structure]") {
  std::set<std::string> groups;
  for (auto const& row : rows_of<Levers>())
    groups.insert(row.path.substr(7, row.path.rfind('.') - 7));
  for (auto const& row : rows_of<World>())
    groups.insert(row.path.substr(6, row.path.rfind('.') - 6));
  for (auto const& file : graduasi::testing::sources()) {
    if (file.folder() != "mechanisms") continue;
    auto const stem = std::filesystem::path(file.path).stem().string();
    INFO(stem);
    CHECK(groups.contains(stem));
  }
}
