#include "scenario/all_paths.h"

#include "model/parameters.h"
#include "parameters/lookup.h"
#include "policy/levers.h"
#include "population/settings.h"
#include "scenario/run_settings.h"

namespace graduasi {

namespace {

template <class Root>
void append_paths(std::vector<std::string>& paths) {
  for (auto const& row : rows_of<Root>()) paths.push_back(row.path);
}

}  // namespace

std::vector<std::string> const& all_paths() {
  static std::vector<std::string> const paths = [] {
    std::vector<std::string> all;
    append_paths<RunSettings>(all);
    append_paths<PopulationSettings>(all);
    append_paths<World>(all);
    append_paths<Levers>(all);
    return all;
  }();
  return paths;
}

}  // namespace graduasi
