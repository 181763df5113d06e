#include "output/answer_lines.h"

#include "base/characters.h"
#include "outcome/subgroup_name.h"
#include "outcome/wording.h"
#include "output/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace graduasi {

namespace {

std::string signed_money(double value) {
  auto const text = in_words(std::abs(value));
  return value < 0 ? "-" + text : value > 0 ? "+" + text : text;
}

/// "12 (10 to 14)"; without the bracket where there is no interval.
template <class Write>
std::string with_interval(Estimate const& e, Write write) {
  if (std::isnan(e.mean)) return "-";
  if (std::isnan(e.lower) && std::isnan(e.upper)) return write(e.mean);
  auto const bound = [&](double value) {
    return std::isnan(value) ? std::string("?") : std::string(write(value));
  };
  return fmt::format("{} ({} to {})", write(e.mean), bound(e.lower), bound(e.upper));
}

std::string families_text(Estimate const& e) { return with_interval(e, signed_grouped); }
std::string share_text(Estimate const& e) { return with_interval(e, percent); }
std::string money_text(Estimate const& e) { return with_interval(e, signed_money); }

/// What is added where a difference cannot be told from none.
std::string_view told_text(Told told) {
  switch (told) {
    case Told::unclear:
      return ", not distinguishable";
    case Told::equal:
      return ", equal in every replicate";
    case Told::no_interval:
      return ", one value";
    case Told::more:
    case Told::fewer:
      break;
  }
  return "";
}

std::string difference_text(Estimate const& e) {
  if (std::isnan(e.mean)) return "-";
  return families_text(e) + std::string(told_text(told_of(e)));
}

std::string premature_text(Gains const& gains) {
  auto const premature = difference_text(gains.premature);
  bool const more = gains.judged.mean > 0;
  switch (gains.part) {
    case PrematurePart::share:
      return share_text(gains.premature_share) + (more ? "" : " of the exits that are fewer");
    case PrematurePart::opposite:
      if (told_of(gains.premature) == Told::unclear)
        return "none that can be told; premature exits " + premature;
      return fmt::format("none: exits {}, premature exits {}", more ? "rise" : "fall", premature);
    case PrematurePart::beyond:
      return fmt::format("more than all of them: premature exits {}", premature);
    case PrematurePart::exits_unclear:
      return "no share: exits are not distinguishable; premature exits " + premature;
    case PrematurePart::no_figures:
      break;
  }
  return "-";
}

/// A mean alone, with a mark where it cannot be told from none.
std::string marked(Estimate const& e, std::string const& text) {
  return told_of(e) == Told::unclear ? text + " ?" : text;
}

/// Who the further families are that left: nothing where as many leave of each kind.
void add_who_left(std::vector<TextLine>& lines, WhoLeft const& who) {
  auto const& [at_start, became_able, never_able] = who;
  auto const same = [](Estimate const& e) { return std::isnan(e.mean) || e.mean == 0; };
  if (same(at_start) && same(became_able) && same(never_able)) return;
  auto const families = [](Estimate const& e) { return marked(e, signed_grouped(e.mean)); };
  lines.push_back({"  who they are",
                   fmt::format("able on the first day {}, able since {}, never "
                               "able {}",
                               families(at_start), families(became_able), families(never_able))});
}

/// Families that a rule takes off; nothing where it takes off nobody.
void add_taken_off(std::vector<TextLine>& lines, TakenOff const& off) {
  if (std::isnan(off.families.mean) || told_of(off.families) == Told::equal) return;
  lines.push_back({"families taken off by a rule", difference_text(off.families)});
  lines.push_back({"  of these not able to leave", std::isnan(off.not_able_share.mean)
                                                       ? difference_text(off.not_able)
                                                       : share_text(off.not_able_share)});
}

/// Whether the policy reaches its own target.
void add_target(std::vector<TextLine>& lines, TargetReached const& target) {
  auto const years = target.years == 1
                         ? fmt::format("{}", target.first_year)
                         : fmt::format("{} to {}", target.first_year, target.last_year);
  lines.push_back({"target of exits a year, " + years,
                   fmt::format("{} asked for, {} counted: {} of it", grouped(target.asked.mean),
                               grouped(target.counted.mean), share_text(target.share))});
  auto text = fmt::format("in {:.1f} of {} years", target.years_reached.mean, target.years);
  if (target.years > 1)
    text += fmt::format("; {} in {}, {} in {}", percent(target.share_first_year.mean),
                        target.first_year, percent(target.share_last_year.mean), target.last_year);
  lines.push_back({"  reached", std::move(text)});
}

/// To whom benefits go, where families come in or come back.
void add_benefits(std::vector<TextLine>& lines, BenefitsTo const& to) {
  auto const same = [](Estimate const& e) { return std::isnan(e.mean) || e.mean == 0; };
  if (same(to.entered) && same(to.returned)) return;
  auto const money = [](Estimate const& e) { return marked(e, signed_money(e.mean)); };
  lines.push_back(
      {"  of it benefits", fmt::format("of families of the first day {}, of those let "
                                       "in {}, of those back {}",
                                       money(to.first), money(to.entered), money(to.returned))});
}

void add_cost_lines(std::vector<TextLine>& lines, Answer const& answer) {
  auto const told = told_of(answer.cost);
  lines.push_back(
      {"programme cost, rupiah",
       money_text(answer.cost) + std::string(std::isnan(answer.cost.mean) ? "" : told_text(told))});
  add_benefits(lines, answer.benefits);
  auto const per = [&](std::string label, Estimate const& ratio, std::string_view gain) {
    auto text = std::string("-");
    if (!std::isnan(ratio.mean))
      text = with_interval(ratio, in_words);
    else if (told == Told::fewer)
      text = "nothing: the programme pays less";
    else if (told == Told::unclear || told == Told::equal)
      text = "not told: cost is not distinguishable";
    else if (told == Told::more)
      text = fmt::format("not told: {} not distinguishably more", gain);
    lines.push_back({std::move(label), std::move(text)});
  };
  per("  for each family more that became able", answer.cost_per_able, "such families are");
  if (answer.can_last)
    per("  for each lasting exit more", answer.cost_per_lasting, "such exits are");
}

/// Answers for the whole programme.
std::vector<Answer const*> whole_of(std::vector<Answer> const& answers) {
  std::vector<Answer const*> whole;
  for (auto const& answer : answers) {
    if (answer.subgroup == 0) whole.push_back(&answer);
  }
  return whole;
}

std::string name_of(RunResults const& results, Answer const& answer) {
  auto const& policy = results.policies[answer.policy];
  if (results.variants.size() == 1) return policy;
  return fmt::format("{}, {}", results.variants[answer.variant].name, policy);
}

std::string block_of(RunResults const& results, Answer const& answer, Color color) {
  std::vector<TextLine> lines = {{name_of(results, answer), ""}};
  for (auto& line : gain_lines(answer.gains, answer.can_last)) lines.push_back(std::move(line));
  add_who_left(lines, answer.who);
  add_taken_off(lines, answer.off);
  if (answer.target) add_target(lines, *answer.target);
  add_cost_lines(lines, answer);
  for (std::size_t i = 1; i < lines.size(); ++i) lines[i][0] = "  " + lines[i][0];
  return text_table(lines, {Side::left, Side::left}, color);
}

/// A share in a column of its own; a word where there is none.
std::string short_premature(Gains const& gains) {
  switch (gains.part) {
    case PrematurePart::share:
      return percent(gains.premature_share.mean);
    case PrematurePart::opposite:
      return "none";
    case PrematurePart::beyond:
      return "over 100 %";
    case PrematurePart::exits_unclear:
      return "no share";
    case PrematurePart::no_figures:
      break;
  }
  return "-";
}

/// The share with its interval, and whether it is one of exits that are fewer.
std::string group_premature(Gains const& gains) {
  if (gains.part != PrematurePart::share) return short_premature(gains);
  return share_text(gains.premature_share) + (gains.judged.mean > 0 ? "" : " of the fewer");
}

std::string table_of(RunResults const& results, std::vector<Answer const*> const& answers,
                     Color color) {
  std::vector<TextLine> lines = {{"policy", "became able", "left", "of these lasting",
                                  "of these premature", "programme cost", "per family able",
                                  "per lasting exit"}};
  auto const families = [](Estimate const& e) { return marked(e, signed_grouped(e.mean)); };
  for (auto const* answer : answers) {
    auto const& gains = answer->gains;
    lines.push_back({name_of(results, *answer), families(gains.became_able), families(gains.exits),
                     answer->can_last ? families(gains.lasting) : "too early",
                     short_premature(gains), marked(answer->cost, signed_money(answer->cost.mean)),
                     in_words(answer->cost_per_able.mean),
                     in_words(answer->cost_per_lasting.mean)});
  }
  std::vector<Side> sides(lines.front().size(), Side::right);
  sides.front() = Side::left;
  return text_table(lines, sides, color) +
         in_color("Means; \"?\": not distinguishable from none. Intervals are in answer.csv.", "2",
                  color) +
         "\n";
}

std::string warnings_of(RunResults const& results, std::vector<Answer const*> const& answers) {
  std::string text;
  for (auto const* answer : answers) {
    auto const warning = premature_warning(name_of(results, *answer), answer->gains);
    if (!warning.empty()) text += printable(warning) + "\n";
    if (takes_off_unable(answer->off))
      text += printable(fmt::format("warning: {}: most of the further families that a rule takes "
                                    "off are not able to leave",
                                    name_of(results, *answer))) +
              "\n";
  }
  return text;
}

bool is_area(std::string_view subgroup) { return subgroup.starts_with("area:"); }

}  // namespace

std::vector<TextLine> gain_lines(Gains const& gains, bool can_last) {
  std::vector<TextLine> lines = {
      {"families that became able", difference_text(gains.became_able)},
      {"families that left self-reliantly", difference_text(gains.exits)},
      {"  of these lasting two years so far", can_last
                                                  ? difference_text(gains.lasting)
                                                  : "too early to tell: no exit that the policy "
                                                    "brings is two years old"}};
  if (has_assessed_out(gains))
    lines.push_back({"families that left, also without consent", difference_text(gains.judged)});
  lines.push_back({"  of these premature", premature_text(gains)});
  return lines;
}

std::string premature_warning(std::string_view policy, Gains const& gains) {
  if (!is_mostly_premature(gains)) return {};
  return fmt::format(
      "warning: {}: most of the further exits are premature; such families leave before they are "
      "able",
      policy);
}

std::string answer_lines(RunResults const& results, std::vector<Answer> const& answers,
                         Color color) {
  auto const whole = whole_of(answers);
  if (whole.empty()) return {};
  auto text = fmt::format("More than under {}, from {} to {}\n",
                          printable(results.policies.front()), month_text(results.start),
                          month_text(calendar_month_of(results, results.months)));
  if (whole.size() > max_answer_blocks) {
    text += table_of(results, whole, color);
  } else {
    for (auto const* answer : whole) text += block_of(results, *answer, color);
  }
  return text + warnings_of(results, whole) + "\n";
}

std::string for_whom_lines(RunResults const& results, std::vector<Answer> const& answers,
                           Color color) {
  std::vector<Answer const*> shown;
  for (auto const& answer : answers) {
    if (answer.subgroup != 0 && !is_area(results.subgroups[answer.subgroup]))
      shown.push_back(&answer);
  }
  if (shown.empty()) return {};
  if (whole_of(answers).size() > max_answer_blocks)
    return "For whom: answer.csv has the groups of each policy and variant.\n";
  std::vector<TextLine> lines = {
      {"for whom", "became able", "left self-reliantly", "of these premature"}};
  Answer const* before = nullptr;
  for (auto const* answer : shown) {
    bool const is_next =
        before == nullptr || before->policy != answer->policy || before->variant != answer->variant;
    if (is_next) lines.push_back({name_of(results, *answer), "", "", ""});
    before = answer;
    auto const& gains = answer->gains;
    lines.push_back({"  " + group_in_words(results.subgroups[answer->subgroup]),
                     families_text(gains.became_able), families_text(gains.exits),
                     group_premature(gains)});
  }
  return text_table(lines, std::vector<Side>(4, Side::left), color) +
         in_color(fmt::format("More than under {}, by what families were on the first day.",
                              printable(results.policies.front())),
                  "2", color) +
         "\n";
}

std::string group_in_words(std::string_view subgroup) {
  constexpr auto known = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"welfare_fifth:1", "poorest fifth"},
       {"welfare_fifth:2", "second fifth"},
       {"welfare_fifth:3", "third fifth"},
       {"welfare_fifth:4", "fourth fifth"},
       {"welfare_fifth:5", "richest fifth"},
       {"sex_of_head:female", "headed by women"},
       {"sex_of_head:male", "headed by men"}});
  auto const found =
      std::ranges::find(known, subgroup, &std::pair<std::string_view, std::string_view>::first);
  if (found != known.end()) return std::string(found->second);
  auto text = std::string(subgroup_name(subgroup).group);
  std::ranges::replace(text, '_', ' ');
  return text;
}

}  // namespace graduasi
