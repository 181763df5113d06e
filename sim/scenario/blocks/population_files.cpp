#include "scenario/blocks/population_files.h"

#include "scenario/blocks/own_form.h"
#include "scenario/blocks/schema_parts.h"
#include "scenario/text/input_files.h"
#include "scenario/text/value.h"

#include <algorithm>
#include <filesystem>

namespace graduasi {

namespace {

/// Its name and the beginning of its hash: where it lies changes no figure.
std::string file_text(std::filesystem::path const& named, Scenario const& scenario) {
  auto const name = named.filename().string();
  auto const& inputs = scenario.inputs;
  auto const file = std::ranges::find(inputs, named.generic_string(), &InputFile::path);
  return file == inputs.end() ? name : name + " (sha256 " + file->sha256.substr(0, 12) + ")";
}

/// A file that is named by the scenario, and found as the text that names it sees it.
template <std::filesystem::path Scenario::*file>
void read_file(Entry const& written, std::string const& path, BlockReading const& reading,
               Scenario& scenario) {
  auto const name = checked_text(written, path, reading.problems);
  if (!name) return;
  auto const& folder = reading.problems.sources[written.place.source].folder;
  scenario.*file = (folder / *name).lexically_normal();
  read_named_file(scenario.*file, path, written.place, reading.problems, scenario.inputs);
}

Schema file_schema(SchemaParts const&) { return {{"type", "string"}, {"minLength", 1}}; }

std::string path_text(std::filesystem::path const& file) {
  return " " + in_quotes(file.generic_string());
}

}  // namespace

OwnForm<Scenario> const BlockOf<Scenario>::areas = {
    .standard = [](Scenario const&) { return std::string("the table that ships"); },
    .allowed = "a CSV file",
    .read = read_file<&Scenario::areas_file>,
    .tell = [](Scenario const& scenario, Scenario const&,
               Tell const& tell) { tell("", file_text(scenario.areas_file, scenario)); },
    .write =
        [](Scenario const& scenario, Scenario const&) {
          return scenario.areas_shipped ? std::string() : path_text(scenario.areas_file);
        },
    .schema = file_schema,
};

/// A file that a scenario need not name.
template <std::filesystem::path Scenario::*file>
OwnForm<Scenario> optional_file() {
  return {
      .standard = [](Scenario const&) { return std::string("none"); },
      .allowed = "a CSV file",
      .read = read_file<file>,
      .tell =
          [](Scenario const& scenario, Scenario const&, Tell const& tell) {
            tell("", (scenario.*file).empty() ? std::string("none")
                                              : file_text(scenario.*file, scenario));
          },
      .write =
          [](Scenario const& scenario, Scenario const&) {
            return (scenario.*file).empty() ? std::string() : path_text(scenario.*file);
          },
      .schema = file_schema,
  };
}

OwnForm<Scenario> const BlockOf<Scenario>::households = optional_file<&Scenario::households_file>();
OwnForm<Scenario> const BlockOf<Scenario>::years = optional_file<&Scenario::years_file>();

void take_shipped_areas(Entry const& root, Scenario& scenario, Problems& problems) {
  if (find_path(root, "population.areas") != nullptr) return;
  scenario.areas_shipped = true;
  scenario.areas_file = shipped_areas(scenario.file);
  if (scenario.areas_file.empty()) {
    problems.add(root.place,
                 "population.areas is missing, and the table that ships, "
                 "scenarios/data/provinces.csv, lies neither above the scenario nor beside the "
                 "program; name a table, or install the program with its share folder");
    return;
  }
  read_named_file(scenario.areas_file, "population.areas", root.place, problems, scenario.inputs);
}

}  // namespace graduasi
