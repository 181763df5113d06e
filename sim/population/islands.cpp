#include "population/islands.h"

#include "base/names.h"
#include "base/text.h"

#include <algorithm>
#include <vector>

namespace graduasi {

namespace {

constexpr int sumatra = 0, java = 1, bali_nusa_tenggara = 2, kalimantan = 3, sulawesi = 4,
              maluku = 5, papua = 6;

struct Province {
  std::string_view name;
  int island;
};

/// The 38 provinces of 2025, in the order of their codes, and short forms in common use.
constexpr auto provinces = std::to_array<Province>({
    {"Aceh", sumatra},
    {"Sumatera Utara", sumatra},
    {"Sumatera Barat", sumatra},
    {"Riau", sumatra},
    {"Jambi", sumatra},
    {"Sumatera Selatan", sumatra},
    {"Bengkulu", sumatra},
    {"Lampung", sumatra},
    {"Kepulauan Bangka Belitung", sumatra},
    {"Bangka Belitung", sumatra},
    {"Kepulauan Riau", sumatra},
    {"DKI Jakarta", java},
    {"Jakarta", java},
    {"Jawa Barat", java},
    {"Jawa Tengah", java},
    {"DI Yogyakarta", java},
    {"Yogyakarta", java},
    {"Jawa Timur", java},
    {"Banten", java},
    {"Bali", bali_nusa_tenggara},
    {"Nusa Tenggara Barat", bali_nusa_tenggara},
    {"Nusa Tenggara Timur", bali_nusa_tenggara},
    {"Kalimantan Barat", kalimantan},
    {"Kalimantan Tengah", kalimantan},
    {"Kalimantan Selatan", kalimantan},
    {"Kalimantan Timur", kalimantan},
    {"Kalimantan Utara", kalimantan},
    {"Sulawesi Utara", sulawesi},
    {"Sulawesi Tengah", sulawesi},
    {"Sulawesi Selatan", sulawesi},
    {"Sulawesi Tenggara", sulawesi},
    {"Gorontalo", sulawesi},
    {"Sulawesi Barat", sulawesi},
    {"Maluku", maluku},
    {"Maluku Utara", maluku},
    {"Papua", papua},
    {"Papua Barat", papua},
    {"Papua Barat Daya", papua},
    {"Papua Selatan", papua},
    {"Papua Tengah", papua},
    {"Papua Pegunungan", papua},
});

}  // namespace

std::optional<int> island_of_province(std::string_view province) {
  auto const looked_for = alike(province);
  auto const found = std::ranges::find_if(
      provinces, [&](Province const& known) { return alike(known.name) == looked_for; });
  if (found == provinces.end()) return std::nullopt;
  return found->island;
}

std::optional<int> island_called(std::string_view name) {
  auto const looked_for = alike(name);
  auto const found = std::ranges::find_if(island_groups, [&](IslandGroup const& group) {
    return alike(group.english) == looked_for || alike(group.indonesian) == looked_for;
  });
  if (found == island_groups.end()) return std::nullopt;
  return static_cast<int>(found - island_groups.begin());
}

std::string island_names() {
  std::vector<std::string> both;
  for (auto const& group : island_groups) {
    both.emplace_back(group.english);
    if (group.indonesian != group.english)
      both.back().append(" (").append(group.indonesian).append(")");
  }
  std::vector<std::string_view> const names(both.begin(), both.end());
  return joined(names);
}

std::string island_meant_by(std::string_view name) {
  std::vector<std::string_view> names;
  for (auto const& group : island_groups) {
    names.push_back(group.english);
    names.push_back(group.indonesian);
  }
  auto const near = closest(name, names);
  return near.empty() ? std::string() : "; did you mean " + std::string(near) + "?";
}

}  // namespace graduasi
