#include "output/answer_table.h"

#include "output/reading_columns.h"

#include <algorithm>
#include <string>

namespace graduasi {

namespace {

using R = AnswerRow;

/// Characters of a number in a sheet.
constexpr double number_width = 16;

AnswerFigure difference_of(std::string_view figure, std::string_view unit,
                           Estimate const& estimate) {
  return {figure, unit, &estimate, name_of(told_of(estimate))};
}

void add_target(std::vector<AnswerFigure>& figures, TargetReached const& target) {
  figures.push_back({"target_asked", "families per year", &target.asked, {}});
  figures.push_back({"target_counted", "families per year", &target.counted, {}});
  figures.push_back({"target_share", "share", &target.share, {}});
  figures.push_back({"target_share_first_year", "share", &target.share_first_year, {}});
  figures.push_back({"target_share_last_year", "share", &target.share_last_year, {}});
  figures.push_back({"target_years_reached", "years", &target.years_reached, {}});
}

}  // namespace

std::vector<AnswerFigure> figures_of(Gains const& gains, bool can_last) {
  std::vector<AnswerFigure> figures = {
      difference_of("became_able", "families", gains.became_able),
      difference_of("self_reliant_exits", "families", gains.exits),
      difference_of("lasting_exits", "families", gains.lasting),
      difference_of("premature_exits", "families", gains.premature),
      difference_of("judged_exits", "families", gains.judged),
      {"premature_share", "share", &gains.premature_share, name_of(gains.part)}};
  if (!can_last) figures[2].told = "too_early";
  return figures;
}

std::vector<AnswerFigure> figures_of(Answer const& answer) {
  auto figures = figures_of(answer.gains, answer.can_last);
  auto const& [at_start, became_able, never_able] = answer.who;
  figures.push_back(difference_of("exits_able_at_start", "families", at_start));
  figures.push_back(difference_of("exits_became_able", "families", became_able));
  figures.push_back(difference_of("exits_never_able", "families", never_able));
  figures.push_back(difference_of("taken_off", "families", answer.off.families));
  figures.push_back(difference_of("taken_off_not_able", "families", answer.off.not_able));
  figures.push_back({"taken_off_not_able_share", "share", &answer.off.not_able_share, {}});
  if (answer.subgroup != 0) return figures;
  if (answer.target) add_target(figures, *answer.target);
  figures.push_back(difference_of("benefits_first_day", "rupiah", answer.benefits.first));
  figures.push_back(difference_of("benefits_entered", "rupiah", answer.benefits.entered));
  figures.push_back(difference_of("benefits_returned", "rupiah", answer.benefits.returned));
  figures.push_back(difference_of("programme_cost", "rupiah", answer.cost));
  figures.push_back({"cost_per_able", "rupiah per family", &answer.cost_per_able, {}});
  figures.push_back({"cost_per_lasting", "rupiah per family", &answer.cost_per_lasting, {}});
  return figures;
}

TableColumns<AnswerRow> answer_columns(RunResults const& results) {
  TableColumns<R> all{
      {"policy", Holds::text,
       [&](R const& r) { return std::string_view(results.policies[r.answer->policy]); }, 24},
      {"variant", Holds::text,
       [&](R const& r) { return std::string_view(results.variants[r.answer->variant].name); }, 18},
      {"baseline", Holds::text,
       [&](R const&) { return std::string_view(results.policies.front()); }, 24},
      {"stratum", Holds::text,
       [&](R const& r) { return std::string_view(results.subgroups[r.answer->subgroup]); }, 24},
      {"figure", Holds::text, [](R const& r) { return r.its.figure; }, 20},
      {"unit", Holds::text, [](R const& r) { return r.its.unit; }, 18}};
  add_interval<R>(all, {"mean", "lower", "upper"}, [](R const& r) { return r.its.estimate; });
  all.push_back({"told", Holds::text, [](R const& r) { return r.its.told; }});
  add_basis<R>(all, [](R const& r) { return r.its.estimate; });
  all = joined<R>(
      {all,
       {date_column<R>([&](R const&) { return calendar_month_of(results, results.months); })},
       group_columns<R>(
           [&](R const& r) { return std::string_view(results.subgroups[r.answer->subgroup]); })});
  for (auto& column : all) column.width = std::max(column.width, number_width);
  return all;
}

void write_answers(Sink& sink, RunResults const& results, std::vector<Answer> const& answers) {
  write_csv(sink, answer_columns(results), [&](auto each) {
    for (auto const& answer : answers) {
      for (auto const& figure : figures_of(answer)) each({&answer, figure});
    }
  });
}

Json::Members figures_json(std::vector<AnswerFigure> const& figures) {
  Json::Members members;
  for (auto const& [figure, unit, estimate, told] : figures) {
    members.emplace_back(std::string(figure), Json::Members{{"mean", estimate->mean},
                                                            {"lower", estimate->lower},
                                                            {"upper", estimate->upper},
                                                            {"told", told}});
  }
  return members;
}

Json answers_json(RunResults const& results, std::vector<Answer> const& answers) {
  return list_of(answers, [&](Answer const& answer) {
    return Json::Members{{"policy", results.policies[answer.policy]},
                         {"variant", results.variants[answer.variant].name},
                         {"stratum", results.subgroups[answer.subgroup]},
                         {"mostly_premature", is_mostly_premature(answer.gains)},
                         {"mostly_not_able", takes_off_unable(answer.off)},
                         {"target_years", answer.target ? answer.target->years : 0},
                         {"figures", figures_json(figures_of(answer))}};
  });
}

}  // namespace graduasi
