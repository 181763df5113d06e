#include "scenario/all_paths.h"

#include "scenario/baseline_levers.h"

#include <array>
#include <functional>

namespace graduasi {

struct RunSettings;
struct PopulationSettings;
struct World;
struct Levers;

namespace {

using Rows = std::vector<Row> const;

std::array<std::reference_wrapper<Rows>, 4> all_rows() {
  return {rows_of<RunSettings>(), rows_of<PopulationSettings>(), rows_of<World>(),
          rows_of<Levers>()};
}

}  // namespace

std::vector<std::string> const& all_paths() {
  static std::vector<std::string> const paths = [] {
    std::vector<std::string> all;
    for (Rows& rows : all_rows()) {
      for (auto const& row : rows) all.push_back(row.path);
    }
    return all;
  }();
  return paths;
}

Row const* find_any_row(std::string_view path) {
  if (is_in_baseline(path)) return find_row(rows_of<Levers>(), lever_of_baseline(path));
  for (Rows& rows : all_rows()) {
    if (auto const* const row = find_row(rows, path)) return row;
  }
  return nullptr;
}

}  // namespace graduasi
