#include "model/surveyed_families.h"

#include "base/math.h"
#include "base/member_track.h"
#include "mechanisms/member_clocks.h"
#include "population/tenure.h"
#include "random/stream.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <span>

namespace graduasi {

namespace {

RandomWords words_of(std::uint32_t id, std::uint32_t block, Key key) {
  return threefry4x32(id, 0, block, static_cast<std::uint32_t>(Domain::household), key.seed,
                      key.replicate);
}
RandomWords words_of(std::uint32_t id, Start block, Key key) {
  return words_of(id, static_cast<std::uint32_t>(block), key);
}

/// A step through `count` places that meets each once, and jumps by about the golden section.
std::size_t stride_through(std::size_t count) {
  auto stride = static_cast<std::size_t>(0.618 * static_cast<double>(count)) | 1u;
  while (std::gcd(stride, count) != 1) ++stride;
  return stride;
}

/// The eligible members of a family while they are found.
class Household {
 public:
  Household(SurveyedFamily const& family, RandomWords const& survey, int school_quarter)
      : family_(family), survey_(survey), school_quarter_(school_quarter) {
    for (std::uint8_t m = 0; m < family.members; ++m) order_.push_back(m);
    std::ranges::stable_sort(order_, {}, [&](std::uint8_t m) { return quarters(m); });
  }

  /// Four at most have a place: pregnancies, children from the youngest on, elderly people from the
  /// oldest on, disabled members, and the oldest of those who may become elderly.
  std::uint32_t members(BirthTable const& table, std::uint32_t id, Key key) {
    for (int n = 0; n < family_.pregnant; ++n)
      add(track::pregnancy + static_cast<std::uint32_t>(survey_.word[3] % 3u));
    add_children(table, id, key);
    for (auto m = order_.rbegin(); m != order_.rend() && family_.ages[*m] >= 60; ++m) add_adult(*m);
    for (int n = 0; n < family_.disabled; ++n) add(track::disabled);
    for (auto m = order_.rbegin(); m != order_.rend(); ++m) {
      if (family_.ages[*m] >= 60) continue;
      add_adult(*m);
      break;
    }
    return members_;
  }

  /// Quarters of life of the oldest adult without a place, once `members` are found; 0: nobody.
  std::uint32_t adult() const { return adult_; }

 private:
  void add(std::uint32_t byte) { members_ = track::with_member(members_, byte); }

  /// Gives somebody of 50 or more a place, and remembers the oldest adult who gets none.
  void add_adult(std::uint8_t member) {
    int const age = quarters(member);
    std::uint32_t const before = members_;
    if (age >= track::adult_from) add(track::adult_of(age));
    bool const without = members_ == before && family_.ages[member] > oldest_child;
    if (without && adult_ == 0) adult_ = static_cast<std::uint32_t>(age);
  }

  /// Quarters of life: the whole years, and a part of a year that is not known.
  int quarters(std::uint8_t member) const {
    auto const part = static_cast<int>(survey_.word[2] >> (2 * member) & 3u);
    return 4 * family_.ages[member] + part;
  }

  void add_children(BirthTable const& table, std::uint32_t id, Key key) {
    auto const known = !std::isnan(family_.pupils);
    int pupils = known ? static_cast<int>(family_.pupils) : 0;
    for (auto const m : order_) {
      if (family_.ages[m] > oldest_child) break;
      auto byte = track::newborn((school_quarter_ - quarters(m)) & 3) +
                  static_cast<std::uint32_t>(quarters(m));
      if (byte < track::primary) {
        add(byte);
      } else if (known ? pupils-- > 0 : at_school(byte, m, table, id, key)) {
        // Somebody who is late at school is in the last year of it.
        if (byte >= track::school_over) byte = track::school_over - 4 + (byte & 3u);
        add(byte);
      }
    }
  }

  static bool at_school(std::uint32_t byte, std::uint8_t member, BirthTable const& table,
                        std::uint32_t id, Key key) {
    if (byte >= track::school_over) return false;
    auto const block = static_cast<std::uint32_t>(Start::pupils) + member / 8u;
    auto const word = words_of(id, block, key).word[member % 8u / 2u];
    return (member % 2u == 0 ? word >> 16 : word & 0xffffu) < table.at_school[byte];
  }

  static constexpr int oldest_child = 21;  ///< years; who is older is an adult

  SurveyedFamily const& family_;
  RandomWords const& survey_;
  int school_quarter_;
  std::vector<std::uint8_t> order_;  ///< from the youngest to the oldest
  std::uint32_t members_ = 0, adult_ = 0;
};

float in_lines(float rupiah, SurveyedFamily const& family, District const& district) {
  return rupiah / (district.line_rupiah * static_cast<float>(family.persons));
}

/// A level that the file gives: its start in 63rds, which the trait begins at.
float set_level(float given, Bits field, std::uint32_t& start) {
  auto const level =
      static_cast<std::uint32_t>(math::clip(given, level_min, level_max) * 63.0f + 0.5f);
  start = (start & ~field.mask()) | field.put(level);
  return static_cast<float>(level) * level_step;
}

void set(std::uint32_t& word, Bits field, float value) {
  word = (word & ~field.mask()) | field.put(static_cast<std::uint32_t>(value));
}

void apply_abilities(HouseholdsView const& h, std::size_t i, SurveyedFamily const& f) {
  if (!std::isnan(f.confidence))
    h.confidence[i] = set_level(f.confidence, start::confidence, h.start[i]);
  if (!std::isnan(f.skill)) h.skills[i] = set_level(f.skill, start::skills, h.start[i]);
  if (!std::isnan(f.habit)) h.habit[i] = set_level(f.habit, start::habit, h.start[i]);
  if (!std::isnan(f.access))
    set(h.abilities[i], abilities::access,
        set_level(f.access, start::access, h.start[i]) * 65535.0f + 0.5f);
  if (!std::isnan(f.digital))
    set(h.abilities[i], abilities::digital,
        set_level(f.digital, start::digital, h.start[i]) * 65535.0f + 0.5f);
}

void apply_livelihood(HouseholdsView const& h, std::size_t i, SurveyedFamily const& f,
                      District const& district) {
  if (!std::isnan(f.savings)) h.savings[i] = in_lines(f.savings, f, district);
  if (!std::isnan(f.assets)) {
    float const max = static_cast<float>(livelihood::assets_start.max()) * assets_start_step;
    float const assets = math::min(in_lines(f.assets, f, district), max);
    float const steps = std::floor(assets / assets_start_step + 0.5f);
    set(h.livelihood[i], livelihood::assets_start, steps);
    set(h.livelihood[i], livelihood::assets, steps * assets_start_step / assets_step + 0.5f);
  }
  if (!std::isnan(f.card_away)) set(h.livelihood[i], livelihood::card_away, f.card_away);
}

}  // namespace

std::vector<SurveyedFamily const*> surveyed_in(District const& district, AreaPlan const& plan,
                                               Key key) {
  auto const rows = plan.area.surveyed.rows();
  std::vector<SurveyedFamily const*> families;
  if (rows.empty()) return families;
  std::vector<double> until;
  double all = 0;
  for (auto const& row : rows) until.push_back(all += static_cast<double>(row.weight));

  auto const words =
      threefry4x32(plan.first_district_number, 0, static_cast<std::uint32_t>(DistrictBlock::survey),
                   static_cast<std::uint32_t>(Domain::district), key.seed, key.replicate);
  auto const begin = static_cast<double>(math::uniform(words.word[0]));
  std::size_t const count = plan.simulated_families, stride = stride_through(count);
  for (std::size_t k = 0; k < district.families; ++k) {
    std::size_t const rank = (district.before + k) * stride % count;
    double const reached = (static_cast<double>(rank) + begin) * all / static_cast<double>(count);
    auto const row = std::upper_bound(until.begin(), until.end(), reached) - until.begin();
    families.push_back(&rows[std::min(static_cast<std::size_t>(row), rows.size() - 1)]);
  }
  return families;
}

std::vector<int> enrol_surveyed(HouseholdsView slots,
                                std::vector<SurveyedFamily const*> const& families,
                                District const& district, FirstDayPlan const& plan) {
  std::vector<int> tenure;
  TenureLaw const law(plan.settings, plan.before);
  for (std::size_t i = 0; i < families.size(); ++i) {
    auto const& family = *families[i];
    auto const id = district.first_id + static_cast<std::uint32_t>(i);
    auto const survey = words_of(id, Start::survey, plan.key);
    Household household(family, survey, plan.before.school_quarter());
    slots.members[i] = household.members(plan.births, id, plan.key);
    slots.adult[i] = household.adult();
    auto const due = entitlement_of(slots.members[i], plan.baseline.benefit);
    auto const paid =
        std::isnan(family.benefit)
            ? due
            : static_cast<std::uint32_t>(math::min(family.benefit / 100000.0f + 0.5f,
                                                   static_cast<float>(record::paid.max())));
    slots.record[i] = record::paid.put(paid) | record::entitlement.put(due) |
                      record::size.put(family.persons - 1u);
    auto const drawn_head = static_cast<float>(survey.word[3] & 0xffffu) / 65536.0f;
    bool const woman = std::isnan(family.female_headed)
                           ? drawn_head < plan.settings.families.female_headed
                           : family.female_headed > 0;
    slots.traits[i] = traits::female_headed.put(woman ? 1u : 0u);
    tenure.push_back(std::isnan(family.months_in_programme)
                         ? law.months_of(survey.word[3])
                         : static_cast<int>(family.months_in_programme));
  }
  return tenure;
}

std::vector<float> observed_spending(std::vector<SurveyedFamily const*> const& families,
                                     District const& district) {
  std::vector<float> logs;
  for (auto const* const family : families)
    logs.push_back(math::log(family->spending / district.line_rupiah));
  return logs;
}

void apply_businesses(HouseholdsView slots, std::vector<SurveyedFamily const*> const& families) {
  for (std::size_t i = 0; i < families.size(); ++i)
    if (float const runs = families[i]->enterprise; !std::isnan(runs))
      set(slots.livelihood[i], livelihood::enterprise, runs);
}

void apply_surveyed(HouseholdsView slots, std::vector<SurveyedFamily const*> const& families,
                    District const& district) {
  for (std::size_t i = 0; i < families.size(); ++i) {
    auto const& family = *families[i];
    apply_abilities(slots, i, family);
    apply_livelihood(slots, i, family, district);
    if (!std::isnan(family.clash))
      set(slots.traits[i], traits::clash, family.clash * 255.0f + 0.5f);
    if (!std::isnan(family.months_since_assessed))
      set(slots.flags[i], flags::since_assessed, family.months_since_assessed);
  }
}

}  // namespace graduasi
