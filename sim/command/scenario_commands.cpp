#include "command/scenario_commands.h"

#include "base/errors.h"
#include "base/shell.h"
#include "command/streams.h"
#include "outcome/measures.h"
#include "output/json.h"
#include "scenario/describe/difference.h"
#include "scenario/describe/first_scenario.h"
#include "scenario/describe/reference.h"
#include "scenario/describe/schema.h"
#include "scenario/read.h"
#include "store/folder.h"

namespace graduasi {

namespace {

Json text_or_null(std::optional<std::string> const& text) { return text ? Json(*text) : Json(); }

std::string difference_json(Request const& request,
                            std::vector<DifferentValue> const& differences) {
  auto const line = [](DifferentValue const& d) {
    return Json::Members{{"path", d.path},
                         {"a", text_or_null(d.first)},
                         {"b", text_or_null(d.second)},
                         {"unit", d.unit}};
  };
  Json const document = Json::Members{{"a", request.scenario.generic_string()},
                                      {"b", request.other.generic_string()},
                                      {"differences", list_of(differences, line)}};
  return text_of(document, Layout::indented) + "\n";
}

}  // namespace

int show_difference(Request const& request) {
  auto const names = measure_names();
  auto const first = read_scenario(request.scenario, {}, names);
  auto const second = read_scenario(request.other, request.settings, names);
  auto const found = differences(first, second);
  answer("{}", request.json ? difference_json(request, found) : lines_of(found));
  return 0;
}

int print_schema(Request const&) {
  answer("{}", scenario_schema(measure_names()));
  return 0;
}

int write_first_scenario(Request const& request) {
  auto const name = request.name.generic_string();
  if (std::filesystem::exists(request.name)) {
    throw FileError(name +
                    ": is there already; choose another name, as in graduasi init my_policy");
  }
  replace_file(request.name, first_scenario());
  if (!request.quiet) {
    say("{} is written; graduasi run {} runs it, change it to your question\n", name,
        for_shell(name));
  }
  return 0;
}

int explain_parameter(Request const& request) {
  answer("{}", explanation(request.path));
  return 0;
}

int list_parameters(Request const&) {
  answer("{}", parameters_page());
  return 0;
}

}  // namespace graduasi
