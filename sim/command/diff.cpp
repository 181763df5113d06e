#include "command/diff.h"

#include "command/screen.h"
#include "command/streams.h"
#include "outcome/measures.h"
#include "output/json.h"
#include "scenario/describe/difference.h"
#include "scenario/read.h"

namespace graduasi {

namespace {

std::string difference_json(Request const& request,
                            std::vector<DifferentValue> const& differences) {
  auto const line = [](DifferentValue const& d) {
    return Json::Members{
        {"path", d.path}, {"a", or_null(d.first)}, {"b", or_null(d.second)}, {"unit", d.unit}};
  };
  Json const document = Json::Members{{"a", request.scenario.generic_string()},
                                      {"b", request.other.generic_string()},
                                      {"differences", list_of(differences, line)}};
  return in_full(document);
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

}  // namespace graduasi
