// The areas file: published poverty figures of provinces or districts.
#pragma once

#include "base/errors.h"
#include "population/number_rule.h"
#include "population/surveyed_family.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// One row of the areas file.
struct Area {
  std::string name;
  std::string province{};       ///< empty when the file has no such column
  int island = -1;              ///< number in `island_groups`; -1: the file does not say
  double poverty_rate = 0;      ///< P0, share of persons in (0, 1)
  double poverty_gap = 0;       ///< P1, share in (0, P0)
  double population = 0;        ///< persons
  double line_rupiah = 0;       ///< poverty line, rupiah per person and month
  int districts = 1;            ///< equal parts that the row is split into
  double hard_share = 0;        ///< share of families in hard-to-reach places
  double kpm_households = 0;    ///< the ministry's own count; 0 = not given
  double facilitators = 0;      ///< the ministry's own count; 0 = not given
  double poverty_severity = 0;  ///< P2, share; never used to make families; 0 = not given
  double schooling_years = 0;   ///< mean over adults; moves access to jobs; 0 = not given
  double unemployment = 0;      ///< share; moves labour demand; 0 = not given
  double partner_factor = 1;    ///< places of partners per family against the nation's
  double growth_above = 0;      ///< of lasting earnings, log points a year, above the nation's
  double minimum_wage = 0;      ///< of the district, rupiah a month; 0 = not given
  SurveyedFamilies surveyed{};  ///< of the programme, from a household file; empty: all families
                                ///< are drawn from the published tables
};

struct Areas {
  std::vector<Area> rows;
  std::vector<Warning> warnings;
};

/// Reads and checks the file (format: interface document, "Areas file").
/// @throws ScenarioError with every wrong row, by "file:line:column"; FileError never: a scenario
///         names this file, so a missing one is the scenario's problem
Areas read_areas(std::filesystem::path const& file);

/// The same for text that is already in memory.
/// @param name  stands where the file's name would in locations of problems and warnings
Areas parse_areas(std::string_view text, std::string const& name);

/// Columns of numbers with units and bounds; those of the population are narrower where rows are
/// provinces or districts.
std::vector<NumberRule> area_columns();

}  // namespace graduasi
