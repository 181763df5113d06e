#include "scenario/baseline_levers.h"

#include "policy/levers.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <utility>

namespace graduasi {

namespace {

std::string with_root(std::string_view path, std::string_view from, std::string_view to) {
  bool const has_it = path.starts_with(from) && path.substr(from.size()).starts_with(".");
  return has_it ? std::string(to) + std::string(path.substr(from.size())) : std::string(path);
}

/// Whether the baseline's own value is not simply laid over that of the section: in the same file
/// one of the two is a mistake, and what is typed with `--set` must not be lost.
bool contradict(Place section, Place own, Problems const& problems) {
  return section.source == own.source ||
         problems.sources[section.source].label.starts_with("--set ");
}

}  // namespace

std::string path_in_baseline(std::string_view path) {
  return with_root(path, Levers::root, baseline_root);
}

std::string lever_of_baseline(std::string_view path) {
  return with_root(path, baseline_root, Levers::root);
}

Entry* policies_of(Entry& root) {
  if (auto* const written = find(root, "policies")) {
    return written->shape == Entry::Shape::list ? written : nullptr;
  }
  Entry name{.shape = Entry::Shape::text, .place = root.place, .members = {}};
  name.text = "today";
  Entry list{.shape = Entry::Shape::list, .place = root.place, .members = {}};
  list.items.push_back(nested("name", name));
  root.members.push_back({"policies", root.place, std::move(list)});
  return &root.members.back().value;
}

void lay_under_baseline(Entry& root, Problems& problems) {
  auto const name = std::string(baseline_root);
  auto const* const written = find(root, name);
  if (written == nullptr || !is_section(*written, name, problems)) return;
  Entry const section = *written;  // the list of policies may be put beside it
  auto* const policies = policies_of(root);
  bool const has_first = policies != nullptr && !policies->items.empty() &&
                         policies->items.front().shape == Entry::Shape::map;
  auto const take = [&](Row const& row, Entry const& value, std::string const& path) {
    if (!has_first) return;  // reported when the policies are read
    // What is wrong is said by the path that is written; priors are read with the policy.
    bool const is_value = value.shape != Entry::Shape::map;
    if (is_value && !checked_value(value, path, rule_of(row), problems)) return;
    auto const below = row.path.substr(Levers::root.size() + 1);
    auto& first = policies->items.front();
    auto const* const own = find_path(first, below);
    if (own == nullptr) return merge(first, nested(below, value));
    if (!contradict(value.place, own->place, problems)) return;
    problems.add(value.place, path + " is given, and the baseline sets " + below + " itself (" +
                                  problems.text_of(own->place) + "); take out one of the two");
  };
  read_rows(rows_of<Levers>(), section, name, {}, problems, take);
}

}  // namespace graduasi
