// The household file: families of the programme as an analyst's own survey or list knows them.
#pragma once

#include "population/areas.h"
#include "population/csv_columns.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// Fewer families than this are never shown apart.
inline constexpr std::size_t smallest_cell = 5;

/// Reads and checks the file, and gives every area its families, in the order of the file. Of an
/// area of which the file has none, nothing changes.
///
/// Columns that are needed: `area` (a name of the areas file), `spending_rp_person_month` and
/// `ages` (whole years with blanks between them). The others are in `household_columns`. No warning
/// holds a value of the file.
/// @returns warnings: columns that are not given, empty cells, areas without families and those too
///          small to be shown, families without anybody who could make them eligible
/// @throws ScenarioError with every wrong row, by "file:line:column"
std::vector<Warning> read_households(std::filesystem::path const& file, Areas& areas);

/// The same for text that is already in memory.
std::vector<Warning> parse_households(std::string_view text, std::string const& name, Areas& areas);

/// Names, units, bounds and what stands in where nothing is given, beside `area` and `ages`.
std::vector<NumberRule> household_columns();

}  // namespace graduasi
