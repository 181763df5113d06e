// A family as a household file describes it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace graduasi {

/// Stands where a household file says nothing of a family.
inline constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

/// One row of a household file. What is `unknown` is drawn as for families without a file.
struct SurveyedFamily {
  static constexpr std::size_t max_members = 16;

  float weight = 1;                            ///< families that the row stands for
  float spending = unknown;                    ///< rupiah per person and month, benefit included
  std::array<std::uint8_t, max_members> ages;  ///< whole years; the first `members` are there
  std::uint8_t members = 0;                    ///< whose age is known
  std::uint8_t persons = 0;                    ///< in the family, at least `members`
  std::uint8_t pregnant = 0;                   ///< members
  std::uint8_t disabled = 0;                   ///< members, severely
  float pupils = unknown;                      ///< members from 5 to 21 who are at school
  float female_headed = unknown;               ///< 0 or 1
  float months_in_programme = unknown;
  float benefit = unknown;                          ///< rupiah a year that are paid
  float savings = unknown;                          ///< rupiah
  float assets = unknown;                           ///< rupiah, productive
  float enterprise = unknown, card_away = unknown;  ///< 0 or 1
  float confidence = unknown, skill = unknown, habit = unknown, access = unknown, digital = unknown;
  float clash = unknown;  ///< share of meeting hours in working hours
  float months_since_assessed = unknown;
};

/// The families of one area, in the order of the file. Copies share them: a survey may have
/// millions, and every parameter draw has a plan of every area.
class SurveyedFamilies {
 public:
  SurveyedFamilies() = default;
  SurveyedFamilies(std::vector<SurveyedFamily> families)
      : families_(std::make_shared<std::vector<SurveyedFamily> const>(std::move(families))) {}

  std::span<SurveyedFamily const> rows() const {
    return families_ ? std::span<SurveyedFamily const>(*families_)
                     : std::span<SurveyedFamily const>();
  }
  std::size_t size() const { return rows().size(); }
  bool empty() const { return rows().empty(); }

 private:
  std::shared_ptr<std::vector<SurveyedFamily> const> families_;
};

}  // namespace graduasi
