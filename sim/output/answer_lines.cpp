#include "output/answer_lines.h"

#include "base/characters.h"
#include "outcome/subgroup_name.h"
#include "outcome/wording.h"
#include "output/answer_words.h"
#include "output/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>

namespace graduasi {

namespace {

namespace said = answer_words;

std::string signed_money(double value, Language language) {
  auto const text = in_words(std::abs(value), language);
  return value < 0 ? "-" + text : value > 0 ? "+" + text : text;
}

/// "12 (10 to 14)"; without the bracket where there is no interval.
template <class Write>
std::string with_interval(Estimate const& e, Write write, Language language) {
  if (std::isnan(e.mean)) return "-";
  if (std::isnan(e.lower) && std::isnan(e.upper)) return write(e.mean, language);
  auto const bound = [&](double value) {
    return std::isnan(value) ? std::string("?") : write(value, language);
  };
  return filled(said::interval.in(language),
                {write(e.mean, language), bound(e.lower), bound(e.upper)});
}

std::string families_text(Estimate const& e, Language language) {
  return with_interval(e, signed_grouped, language);
}
std::string share_text(Estimate const& e, Language language) {
  return with_interval(e, percent, language);
}
std::string money_text(Estimate const& e, Language language) {
  return with_interval(e, signed_money, language);
}

/// What is added where a difference cannot be told from none.
std::string_view told_text(Told told, Language language) {
  switch (told) {
    case Told::unclear:
      return said::unclear.in(language);
    case Told::equal:
      return said::equal.in(language);
    case Told::no_interval:
      return said::one_value.in(language);
    case Told::more:
    case Told::fewer:
      break;
  }
  return "";
}

std::string difference_text(Estimate const& e, Language language) {
  if (std::isnan(e.mean)) return "-";
  return families_text(e, language) + std::string(told_text(told_of(e), language));
}

std::string premature_text(Gains const& gains, Language language) {
  auto const premature = difference_text(gains.premature, language);
  auto const say = [&](Text text) { return filled(text.in(language), {premature}); };
  bool const more = gains.judged.mean > 0;
  switch (gains.part) {
    case PrematurePart::share: {
      auto const share = share_text(gains.premature_share, language);
      return more ? share : filled(said::of_fewer_exits.in(language), {share});
    }
    case PrematurePart::opposite:
      if (told_of(gains.premature) == Told::unclear) return say(said::none_told);
      return say(more ? said::none_rise : said::none_fall);
    case PrematurePart::beyond:
      return say(said::more_than_all);
    case PrematurePart::exits_unclear:
      return say(said::no_share);
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
void add_who_left(std::vector<TextLine>& lines, WhoLeft const& who, Style const& style) {
  auto const& [at_start, became_able, never_able] = who;
  auto const same = [](Estimate const& e) { return std::isnan(e.mean) || e.mean == 0; };
  if (same(at_start) && same(became_able) && same(never_able)) return;
  auto const families = [&](Estimate const& e) {
    return marked(e, signed_grouped(e.mean, style.language));
  };
  lines.push_back({style.say(said::who),
                   style.say(said::who_text,
                             {families(at_start), families(became_able), families(never_able)})});
}

/// Families that a rule takes off; nothing where it takes off nobody.
void add_taken_off(std::vector<TextLine>& lines, TakenOff const& off, Style const& style) {
  if (std::isnan(off.families.mean) || told_of(off.families) == Told::equal) return;
  lines.push_back({style.say(said::taken_off), difference_text(off.families, style.language)});
  lines.push_back(
      {style.say(said::not_able), std::isnan(off.not_able_share.mean)
                                      ? difference_text(off.not_able, style.language)
                                      : share_text(off.not_able_share, style.language)});
}

/// Whether the policy reaches its own target.
void add_target(std::vector<TextLine>& lines, TargetReached const& target, Style const& style) {
  auto const language = style.language;
  auto const first = std::to_string(target.first_year), last = std::to_string(target.last_year);
  auto const years = target.years == 1 ? first : style.say(said::years, {first, last});
  lines.push_back({style.say(said::target, {years}),
                   style.say(said::target_text, {grouped(target.asked.mean, language),
                                                 grouped(target.counted.mean, language),
                                                 share_text(target.share, language)})});
  auto text = style.say(said::reached_text,
                        {with_decimals(fmt::format("{:.1f}", target.years_reached.mean), language),
                         std::to_string(target.years)});
  if (target.years > 1)
    text += style.say(said::reached_ends, {percent(target.share_first_year.mean, language), first,
                                           percent(target.share_last_year.mean, language), last});
  lines.push_back({style.say(said::reached), std::move(text)});
}

/// To whom benefits go, where families come in or come back.
void add_benefits(std::vector<TextLine>& lines, BenefitsTo const& to, Style const& style) {
  auto const same = [](Estimate const& e) { return std::isnan(e.mean) || e.mean == 0; };
  if (same(to.entered) && same(to.returned)) return;
  auto const money = [&](Estimate const& e) {
    return marked(e, signed_money(e.mean, style.language));
  };
  lines.push_back(
      {style.say(said::benefits),
       style.say(said::benefits_text, {money(to.first), money(to.entered), money(to.returned)})});
}

void add_cost_lines(std::vector<TextLine>& lines, Answer const& answer, Style const& style) {
  auto const told = told_of(answer.cost);
  auto const told_here =
      std::isnan(answer.cost.mean) ? std::string_view() : told_text(told, style.language);
  lines.push_back(
      {style.say(said::cost), money_text(answer.cost, style.language) + std::string(told_here)});
  add_benefits(lines, answer.benefits, style);
  auto const per = [&](Text label, Estimate const& ratio, Text unclear) {
    auto text = std::string("-");
    if (!std::isnan(ratio.mean))
      text = with_interval(ratio, in_words, style.language);
    else if (told == Told::fewer)
      text = style.say(said::pays_less);
    else if (told == Told::unclear || told == Told::equal)
      text = style.say(said::cost_unclear);
    else if (told == Told::more)
      text = style.say(unclear);
    lines.push_back({style.say(label), std::move(text)});
  };
  per(said::per_able, answer.cost_per_able, said::able_unclear);
  if (answer.can_last) per(said::per_lasting, answer.cost_per_lasting, said::lasting_unclear);
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

std::string block_of(RunResults const& results, Answer const& answer, Style const& style) {
  std::vector<TextLine> lines = {{name_of(results, answer), ""}};
  for (auto& line : gain_lines(answer.gains, answer.can_last, style.language))
    lines.push_back(std::move(line));
  add_who_left(lines, answer.who, style);
  add_taken_off(lines, answer.off, style);
  if (answer.target) add_target(lines, *answer.target, style);
  add_cost_lines(lines, answer, style);
  for (std::size_t i = 1; i < lines.size(); ++i) lines[i][0] = "  " + lines[i][0];
  return text_table(lines, {Side::left, Side::left}, style.color);
}

/// A share in a column of its own; a word where there is none.
std::string short_premature(Gains const& gains, Style const& style) {
  switch (gains.part) {
    case PrematurePart::share:
      return percent(gains.premature_share.mean, style.language);
    case PrematurePart::opposite:
      return style.say(said::none);
    case PrematurePart::beyond:
      return style.say(said::over_all);
    case PrematurePart::exits_unclear:
      return style.say(said::without_share);
    case PrematurePart::no_figures:
      break;
  }
  return "-";
}

/// The share with its interval, and whether it is one of exits that are fewer.
std::string group_premature(Gains const& gains, Style const& style) {
  if (gains.part != PrematurePart::share) return short_premature(gains, style);
  auto const share = share_text(gains.premature_share, style.language);
  return gains.judged.mean > 0 ? share : style.say(said::of_the_fewer, {share});
}

std::string table_of(RunResults const& results, std::vector<Answer const*> const& answers,
                     Style const& style) {
  auto const language = style.language;
  std::vector<TextLine> lines = {{style.say(said::policy), style.say(said::short_able),
                                  style.say(said::short_left), style.say(said::short_lasting),
                                  style.say(said::short_premature), style.say(said::short_cost),
                                  style.say(said::short_per_able),
                                  style.say(said::short_per_lasting)}};
  auto const families = [&](Estimate const& e) {
    return marked(e, signed_grouped(e.mean, language));
  };
  for (auto const* answer : answers) {
    auto const& gains = answer->gains;
    lines.push_back({name_of(results, *answer), families(gains.became_able), families(gains.exits),
                     answer->can_last ? families(gains.lasting) : style.say(said::short_too_early),
                     short_premature(gains, style),
                     marked(answer->cost, signed_money(answer->cost.mean, language)),
                     in_words(answer->cost_per_able.mean, language),
                     in_words(answer->cost_per_lasting.mean, language)});
  }
  std::vector<Side> sides(lines.front().size(), Side::right);
  sides.front() = Side::left;
  return text_table(lines, sides, style.color) +
         in_color(style.say(said::means_alone), "2", style.color) + "\n";
}

std::string warnings_of(RunResults const& results, std::vector<Answer const*> const& answers,
                        Language language) {
  std::string text;
  for (auto const* answer : answers) {
    auto const name = name_of(results, *answer);
    auto const warning = premature_warning(name, answer->gains, language);
    if (!warning.empty()) text += printable(warning) + "\n";
    if (takes_off_unable(answer->off))
      text += printable(filled(said::taken_off_warning.in(language), {name})) + "\n";
  }
  return text;
}

bool is_area(std::string_view subgroup) { return subgroup.starts_with("area:"); }

}  // namespace

std::vector<TextLine> gain_lines(Gains const& gains, bool can_last, Language language) {
  auto const say = [&](Text text) { return std::string(text.in(language)); };
  std::vector<TextLine> lines = {
      {say(said::became_able), difference_text(gains.became_able, language)},
      {say(said::left), difference_text(gains.exits, language)},
      {say(said::lasting),
       can_last ? difference_text(gains.lasting, language) : say(said::too_early)}};
  if (has_assessed_out(gains))
    lines.push_back({say(said::left_or_taken), difference_text(gains.judged, language)});
  lines.push_back({say(said::premature), premature_text(gains, language)});
  return lines;
}

std::string premature_warning(std::string_view policy, Gains const& gains, Language language) {
  if (!is_mostly_premature(gains)) return {};
  return filled(said::premature_warning.in(language), {policy});
}

std::string answer_lines(RunResults const& results, std::vector<Answer> const& answers,
                         Style const& style) {
  auto const whole = whole_of(answers);
  if (whole.empty()) return {};
  auto text = style.say(said::more_than, {printable(results.policies[0]), month_text(results.start),
                                          month_text(calendar_month_of(results, results.months))});
  if (whole.size() > max_answer_blocks) {
    text += table_of(results, whole, style);
  } else {
    for (auto const* answer : whole) text += block_of(results, *answer, style);
  }
  return text + warnings_of(results, whole, style.language) + "\n";
}

std::string for_whom_lines(RunResults const& results, std::vector<Answer> const& answers,
                           Style const& style) {
  auto const language = style.language;
  std::vector<Answer const*> shown;
  for (auto const& answer : answers) {
    if (answer.subgroup != 0 && !is_area(results.subgroups[answer.subgroup]))
      shown.push_back(&answer);
  }
  if (shown.empty()) return {};
  if (whole_of(answers).size() > max_answer_blocks) return style.say(said::in_the_file);
  std::vector<TextLine> lines = {{style.say(said::for_whom), style.say(said::short_able),
                                  style.say(said::left_self_reliantly),
                                  style.say(said::short_premature)}};
  Answer const* before = nullptr;
  for (auto const* answer : shown) {
    bool const is_next =
        before == nullptr || before->policy != answer->policy || before->variant != answer->variant;
    if (is_next) lines.push_back({name_of(results, *answer), "", "", ""});
    before = answer;
    auto const& gains = answer->gains;
    lines.push_back({"  " + group_in_words(results.subgroups[answer->subgroup], language),
                     families_text(gains.became_able, language),
                     families_text(gains.exits, language), group_premature(gains, style)});
  }
  auto const baseline = printable(results.policies[0]);
  return text_table(lines, std::vector<Side>(4, Side::left), style.color) +
         in_color(style.say(said::by_first_day, {baseline}), "2", style.color) + "\n";
}

std::string group_in_words(std::string_view subgroup, Language language) {
  struct Group {
    std::string_view name;
    Text words;
  };
  constexpr auto known = std::to_array<Group>(
      {{"welfare_fifth:1", {"poorest fifth", "kuintil termiskin"}},
       {"welfare_fifth:2", {"second fifth", "kuintil kedua"}},
       {"welfare_fifth:3", {"third fifth", "kuintil ketiga"}},
       {"welfare_fifth:4", {"fourth fifth", "kuintil keempat"}},
       {"welfare_fifth:5", {"richest fifth", "kuintil terkaya"}},
       {"sex_of_head:female", {"headed by women", "kepala keluarga perempuan"}},
       {"sex_of_head:male", {"headed by men", "kepala keluarga laki-laki"}},
       {"components:early_childhood", {"early childhood", "anak usia dini"}}});
  auto const found = std::ranges::find(known, subgroup, &Group::name);
  if (found != known.end()) return std::string(found->words.in(language));
  auto text = std::string(subgroup_name(subgroup).group);
  std::ranges::replace(text, '_', ' ');
  return text;
}

}  // namespace graduasi
