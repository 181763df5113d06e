#include "population/households_file.h"

#include "agents/households.h"
#include "base/text.h"
#include "population/first_day.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

namespace graduasi {

namespace {

std::uint8_t small(double v) { return static_cast<std::uint8_t>(v); }
float single(double v) { return static_cast<float>(v); }

constexpr std::string_view drawn = "drawn as without a file";

using F = SurveyedFamily;

constexpr NumberRule members(std::string_view name, std::string_view when_empty) {
  return {.name = name,
          .unit = "persons",
          .values = Values::whole,
          .max = 16,
          .when_empty = when_empty};
}
constexpr NumberRule months(std::string_view name, double max) {
  return {.name = name, .unit = "months", .values = Values::whole, .max = max, .when_empty = drawn};
}
constexpr NumberRule yes_or_no(std::string_view name) {
  return {.name = name, .unit = "", .values = Values::yes_or_no, .when_empty = drawn};
}
constexpr NumberRule share(std::string_view name) {
  return {.name = name, .unit = "share", .when_empty = drawn};
}
/// Less than a note of a thousand rupiah would be thousands or millions of them.
constexpr NumberRule stock(std::string_view name) {
  return {.name = name,
          .unit = "rupiah",
          .min = 1000,
          .max = 1e9,
          .or_zero = true,
          .when_empty = drawn};
}

constexpr auto columns = std::to_array<NumberColumn<F>>({
    {{.name = "spending_rp_person_month",
      .unit = "rupiah",
      .need = Need::required,
      .min = 50000,
      .max = 2e7,
      .aside = ", per person and month"},
     [](F& f, double v) { f.spending = single(v); }},
    // Less would be no family at all, and nothing as a single-precision number.
    {{.name = "weight",
      .unit = "families",
      .min = 0.001,
      .max = 1e6,
      .when_empty = "each row stands for as many families"},
     [](F& f, double v) { f.weight = single(v); }},
    {{.name = "persons",
      .unit = "persons",
      .values = Values::whole,
      .min = 1,
      .max = 16,
      .when_empty = "there are as many as ages"},
     [](F& f, double v) { f.persons = small(v); }},
    {members("at_school", drawn), [](F& f, double v) { f.pupils = single(v); }},
    {members("pregnant", "nobody is pregnant"), [](F& f, double v) { f.pregnant = small(v); }},
    {members("severely_disabled", "nobody is severely disabled"),
     [](F& f, double v) { f.disabled = small(v); }},
    {yes_or_no("female_headed"), [](F& f, double v) { f.female_headed = single(v); }},
    {months("months_in_programme", 240), [](F& f, double v) { f.months_in_programme = single(v); }},
    {{.name = "benefit_rp_year",
      .unit = "rupiah",
      .min = 50000,
      .max = 1e8,
      .or_zero = true,
      .aside = ", per family and year",
      .when_empty = "paid is what its members entitle a family to"},
     [](F& f, double v) { f.benefit = single(v); }},
    {stock("savings_rp"), [](F& f, double v) { f.savings = single(v); }},
    {stock("productive_assets_rp"), [](F& f, double v) { f.assets = single(v); }},
    {yes_or_no("enterprise"), [](F& f, double v) { f.enterprise = single(v); }},
    {yes_or_no("card_held_by_others"), [](F& f, double v) { f.card_away = single(v); }},
    {share("self_confidence"), [](F& f, double v) { f.confidence = single(v); }},
    {share("skill"), [](F& f, double v) { f.skill = single(v); }},
    {share("attendance_habit"), [](F& f, double v) { f.habit = single(v); }},
    {share("access"), [](F& f, double v) { f.access = single(v); }},
    {share("digital_literacy"), [](F& f, double v) { f.digital = single(v); }},
    {share("schedule_clash"), [](F& f, double v) { f.clash = single(v); }},
    {months("months_since_assessed", 127),
     [](F& f, double v) { f.months_since_assessed = single(v); }},
});

/// Reads one file.
class HouseholdsReader {
 public:
  HouseholdsReader(std::string_view text, std::string const& name, Areas& areas)
      : name_(name), file_(text, name), areas_(areas) {
    for (std::size_t a = 0; a < areas.rows.size(); ++a) area_row_[areas.rows[a].name] = a;
    surveyed_.resize(areas.rows.size());
  }

  std::vector<Warning> read() {
    if (find_columns() && file_.fine()) read_rows();
    if (file_.fine() && families_ < smallest_cell) {
      file_.report("the file has " + std::to_string(families_) + " families; fewer than " +
                   std::to_string(smallest_cell) +
                   " are not shown by themselves, so nothing could be said");
    }
    file_.throw_if_any();
    for (std::size_t a = 0; a < surveyed_.size(); ++a)
      if (!surveyed_[a].empty()) areas_.rows[a].surveyed = std::move(surveyed_[a]);
    note_columns_not_given();
    for (auto& warning : file_.warnings()) warnings_.push_back(std::move(warning));
    note_areas();
    note_nobody_eligible();
    note_spending();
    return std::move(warnings_);
  }

 private:
  bool find_columns() {
    std::vector<std::string_view> names{"area", "ages"};
    for (auto const& column : columns) names.push_back(column.rule.name);
    auto const found = file_.find(names);
    if (!found) return false;
    area_at_ = (*found)[0];
    ages_at_ = (*found)[1];
    number_at_.assign(found->begin() + 2, found->end());
    file_.decide_decimals(number_at_);
    for (std::size_t k = 0; k < names.size(); ++k) {
      bool const needed = k < 2 || columns[k - 2].rule.need == Need::required;
      if (needed && (*found)[k] == CsvColumns::absent) file_.missing(names[k]);
    }
    return true;
  }

  void read_rows() {
    CsvRow row;
    while (file_.next(row)) {
      SurveyedFamily family;
      auto const area = area_of(row[area_at_]);
      read_ages(row[ages_at_], family);
      read_numbers<F>(file_, row, family, columns, number_at_);
      check_members(row, family);
      ++families_;
      if (!could_be_eligible(family)) ++nobody_eligible_;
      if (!area) continue;
      if (double const line = areas_.rows[*area].line_rupiah; line > 0)
        of_line_.push_back(family.spending / single(line));
      note_changes(family, areas_.rows[*area], row.front().line);
      surveyed_[*area].push_back(family);
    }
  }

  std::optional<std::size_t> area_of(CsvField const& field) {
    auto const known = area_row_.find(field.text);
    if (known != area_row_.end()) return known->second;
    if (!file_.lists("area", field.line)) return {};
    std::vector<std::string_view> names;
    for (auto const& [name, row] : area_row_) names.push_back(name);
    std::string text =
        field.text.empty()
            ? std::string("area is empty; the name of an area is needed")
            : "area is \"" + shown(field.text) + "\", which the areas file does not have";
    if (auto const near = closest(field.text, names); !near.empty())
      text += "; did you mean " + std::string(near) + "?";
    file_.report(field, std::move(text));
    return {};
  }

  void read_ages(CsvField const& field, SurveyedFamily& family) {
    bool right = !trimmed(field.text).empty();
    for (auto const part : split(field.text, ' ')) {
      if (part.empty()) continue;
      int age = -1;
      auto const [end, error] = std::from_chars(part.data(), part.data() + part.size(), age);
      bool const whole_number = error == std::errc{} && end == part.data() + part.size();
      right = right && whole_number && 0 <= age && age <= 120 && family.members < F::max_members;
      if (right) family.ages[family.members++] = static_cast<std::uint8_t>(age);
    }
    if (right) return;
    family.members = 0;
    if (!file_.lists("ages", field.line)) return;
    file_.report(field, "ages is \"" + shown(field.text) +
                            "\"; it must be 1 to 16 whole numbers of years from 0 to 120 with "
                            "blanks between them, such as 38 35 12 4");
  }

  /// The cell of this column, or of `ages` where the column is not there.
  CsvField const& cell(CsvRow const& row, std::string_view name) const {
    auto const column = std::ranges::find(columns, name, [](auto const& c) { return c.rule.name; });
    auto const at = number_at_[static_cast<std::size_t>(column - columns.begin())];
    return row[at == CsvColumns::absent ? ages_at_ : at];
  }

  void check_members(CsvRow const& row, SurveyedFamily& family) {
    if (family.members == 0) return;
    auto const complain = [&](std::string_view column, std::string text) {
      auto const& place = cell(row, column);
      if (file_.lists("members", place.line)) file_.report(place, std::move(text));
    };
    if (family.persons == 0) family.persons = family.members;
    if (family.persons < family.members) {
      complain("persons",
               "persons is " + std::to_string(family.persons) + ", but " +
                   std::to_string(family.members) +
                   " ages are given; persons counts everybody, also those without an age");
    }
    auto const ages = std::span(family.ages).first(family.members);
    auto const of_age = std::ranges::count_if(ages, [](int age) { return 5 <= age && age <= 21; });
    if (family.pupils > static_cast<float>(of_age)) {
      complain("at_school", "at_school is " + seven_digits(static_cast<double>(family.pupils)) +
                                "; at most " + std::to_string(of_age) +
                                " can be, for so many ages lie between 5 and 21");
    }
    if (family.pregnant + family.disabled > family.persons) {
      complain(family.pregnant > 0 ? "pregnant" : "severely_disabled",
               "pregnant and severely_disabled add up to " +
                   std::to_string(family.pregnant + family.disabled) + ", more than the " +
                   std::to_string(family.persons) + " persons of the family");
    }
  }

  /// Says what the model cannot hold as it is given.
  void note_changes(SurveyedFamily const& f, Area const& area, int line) {
    auto const beyond = [&](float level, std::string_view column) {
      if (level < level_min || level > level_max)
        file_.note(std::string(column) + " lies outside 0.02 to 0.98", "the nearer end is taken",
                   line);
    };
    beyond(f.confidence, "self_confidence");
    beyond(f.skill, "skill");
    beyond(f.habit, "attendance_habit");
    beyond(f.access, "access");
    beyond(f.digital, "digital_literacy");
    auto const max_paid = static_cast<float>(record::paid.max()) * 100000.0f;
    if (f.benefit > max_paid)
      file_.note("benefit_rp_year is above 12.7 million rupiah", "so much is paid", line);
    auto const persons = static_cast<float>(f.persons);
    if (f.benefit / (12.0f * persons) > (1.0f - min_own_share) * f.spending)
      file_.note("benefit_rp_year is more than 0.45 of the year's spending",
                 "the family earns 0.55 of its spending, and the benefit comes on top", line);
    auto const max_assets = static_cast<float>(livelihood::assets_start.max()) * assets_start_step *
                            persons * static_cast<float>(area.line_rupiah);
    if (f.assets > max_assets)
      file_.note("productive_assets_rp is above four months of the area's poverty line",
                 "so much is taken", line);
  }

  static bool could_be_eligible(SurveyedFamily const& family) {
    auto const ages = std::span(family.ages).first(family.members);
    return family.pregnant + family.disabled > 0 ||
           std::ranges::any_of(ages, [](int age) { return age <= 21 || age >= 60; });
  }

  /// One line for each way of standing in.
  void note_columns_not_given() {
    std::vector<std::pair<std::string_view, std::vector<std::string_view>>> by_rule;
    for (std::size_t k = 0; k < columns.size(); ++k) {
      if (number_at_[k] != CsvColumns::absent) continue;
      auto const instead = columns[k].rule.when_empty;
      auto at = std::ranges::find(by_rule, instead, [](auto const& pair) { return pair.first; });
      if (at == by_rule.end()) at = by_rule.insert(at, {instead, {}});
      at->second.push_back(columns[k].rule.name);
    }
    for (auto const& [instead, names] : by_rule) {
      warnings_.push_back({name_, "there is no column " + joined(names), std::string(instead)});
    }
  }

  void note_areas() {
    std::vector<std::string_view> without, small_ones;
    for (auto const& area : areas_.rows) {
      if (area.surveyed.empty())
        without.push_back(area.name);
      else if (area.surveyed.size() < smallest_cell)
        small_ones.push_back(area.name);
    }
    auto const list = [](std::vector<std::string_view> names) {
      auto const all = names.size();
      if (all > 5) names.resize(5);
      auto text = joined(names);
      if (all > 5) text += " and " + std::to_string(all - 5) + " more";
      return text;
    };
    if (!without.empty()) {
      warnings_.push_back({name_, "no family lives in " + list(without),
                           "families there are drawn from the published tables"});
    }
    if (!small_ones.empty()) {
      warnings_.push_back({name_, "fewer than five families live in " + list(small_ones),
                           "results of such an area are left empty; those of the whole hold it"});
    }
  }

  /// Of the poor, chosen as such, the middle family spends about what the line is.
  void note_spending() {
    if (of_line_.empty()) return;
    auto const middle = of_line_.begin() + static_cast<std::ptrdiff_t>(of_line_.size() / 2);
    std::ranges::nth_element(of_line_, middle);
    constexpr float low = 0.25f, high = 4.0f;
    if (low <= *middle && *middle <= high) return;
    bool const above = *middle > high;
    warnings_.push_back(
        {name_,
         std::string("most families spend ") +
             (above ? "more than four times" : "less than a quarter of") +
             " the poverty line of their area",
         above ? "spending_rp_person_month is taken as it is; is it per family, or per year?"
               : "spending_rp_person_month is taken as it is; is it per week?"});
  }

  void note_nobody_eligible() {
    if (nobody_eligible_ == 0) return;
    warnings_.push_back({name_,
                         std::to_string(nobody_eligible_) +
                             (nobody_eligible_ == 1 ? " family has" : " families have") +
                             " nobody up to 21 or from 60 on, pregnant or severely disabled",
                         "they leave as natural exits when a check finds it"});
  }

  std::string const& name_;
  CsvColumns file_;
  Areas& areas_;
  std::vector<std::vector<SurveyedFamily>> surveyed_;  ///< by area
  std::map<std::string, std::size_t, std::less<>> area_row_;
  std::size_t area_at_ = 0, ages_at_ = 0;
  std::vector<std::size_t> number_at_;
  std::vector<float> of_line_;  ///< spending of each family over the poverty line of its area
  std::size_t families_ = 0, nobody_eligible_ = 0;
  std::vector<Warning> warnings_;
};

}  // namespace

std::vector<Warning> parse_households(std::string_view text, std::string const& name,
                                      Areas& areas) {
  return HouseholdsReader(text, name, areas).read();
}

std::vector<Warning> read_households(std::filesystem::path const& file, Areas& areas) {
  return parse_households(text_of_table(file, "the household file", 64), file.string(), areas);
}

std::vector<NumberRule> household_columns() {
  std::vector<NumberRule> rules;
  for (auto const& column : columns) rules.push_back(column.rule);
  return rules;
}

}  // namespace graduasi
