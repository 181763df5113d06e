// What only all rows of an areas file together can show: totals among the areas, figures in another
// unit, names that cannot be told apart.
#pragma once

#include "population/areas.h"
#include "population/csv_columns.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace graduasi {

/// Where a row of the areas file has what the checks below may complain of; a column that is not
/// there leaves an empty text.
struct AreaCells {
  CsvField name, severity, population, unemployment, kpm_households;
};

/// Names of areas, which results tell apart by their letters alone.
class AreaNames {
 public:
  /// Reports a name that is no text in one line, that is there already (capitals and blanks apart)
  /// or that is a total's.
  /// @param column  where it is
  /// @param province  of the row, or empty
  void add(CsvField const& name, std::string_view column, std::string_view province,
           CsvColumns& file);

  /// Reports rows that are named like a total; one that is alone in its file may be the nation.
  void report_totals(CsvColumns& file) const;

  /// Names that open a formula in a spreadsheet.
  std::vector<std::string> const& formulas() const { return formulas_; }

 private:
  struct First {
    CsvField name;
    std::string province;
  };
  std::map<std::string, First, std::less<>> first_;
  std::vector<CsvField> totals_;
  std::vector<std::string> formulas_;
};

/// Reports what no set of areas has: a row whose population is the sum of others, more people than
/// the country, a severity that does not fit its gap, populations that may have been written with a
/// point between thousands, an unemployment in shares.
/// @pre every figure is allowed by itself
void check_together(std::span<Area const> areas, std::span<AreaCells const> cells,
                    CsvColumns& file);

}  // namespace graduasi
