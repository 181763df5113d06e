// The island groups by which statistics of Indonesia are told.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace graduasi {

/// An island group in both languages.
struct IslandGroup {
  std::string_view english, indonesian;
};

/// From west to east, as BPS tells poverty by island. Maluku and Papua, which it often puts
/// together, are two here: their poverty differs by half.
inline constexpr auto island_groups = std::to_array<IslandGroup>({
    {"Sumatra", "Sumatera"},
    {"Java", "Jawa"},
    {"Bali and Nusa Tenggara", "Bali dan Nusa Tenggara"},
    {"Kalimantan", "Kalimantan"},
    {"Sulawesi", "Sulawesi"},
    {"Maluku", "Maluku"},
    {"Papua", "Papua"},
});

/// The number of an island group in `island_groups`, by its name in either language, whatever its
/// capitals and blanks; nothing for another text.
std::optional<int> island_called(std::string_view name);

/// The number of the island group that a province belongs to, by the name that BPS gives it;
/// nothing for any other text. An areas file of provinces, or of districts with their provinces,
/// needs no column of islands.
std::optional<int> island_of_province(std::string_view province);

/// "Sumatra (Sumatera), Java (Jawa), ... and Papua", for messages.
std::string island_names();

/// The name that is meant: "; did you mean Java?", or empty.
std::string island_meant_by(std::string_view name);

}  // namespace graduasi
