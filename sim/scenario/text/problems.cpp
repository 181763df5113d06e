#include "scenario/text/problems.h"

#include <algorithm>
#include <tuple>

namespace graduasi {

std::size_t Problems::open(std::string label, std::filesystem::path folder) {
  sources.push_back({std::move(label), std::move(folder)});
  return sources.size() - 1;
}

namespace {

/// After so many nobody reads on: a text that is no scenario must not keep us busy.
constexpr std::size_t most_problems = 1000;

}  // namespace

void Problems::add(Place place, std::string text) {
  if (all.size() < most_problems) {
    all.push_back({place, std::move(text)});
    return;
  }
  auto found = sorted();
  found.push_back({text_of(place), "there are so many problems that reading stopped here"});
  throw ScenarioError(std::move(found));
}

void Problems::warn(Place place, std::string what, std::string consequence) {
  warnings.push_back({text_of(place), std::move(what), std::move(consequence)});
}

std::string Problems::text_of(Place place) const {
  std::string text = sources.at(place.source).label;
  if (place.line == 0) return text;
  return text + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::vector<Problem> Problems::sorted() const {
  auto sorted = all;
  auto const order = [](Located const& f) {
    return std::make_tuple(f.place.source, f.place.line, f.place.column);
  };
  std::ranges::stable_sort(sorted, {}, order);
  std::vector<Problem> texts;
  for (auto const& finding : sorted) {
    Problem problem{text_of(finding.place), finding.text};
    bool const repeated =
        !texts.empty() && texts.back().place == problem.place && texts.back().text == problem.text;
    if (!repeated) texts.push_back(std::move(problem));
  }
  return texts;
}

void Problems::throw_if_any() const {
  if (!all.empty()) throw ScenarioError(sorted());
}

}  // namespace graduasi
