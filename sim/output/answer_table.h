// What each policy brings against the baseline, as a table and for the page.
#pragma once

#include "analysis/answer.h"
#include "outcome/run_results.h"
#include "output/json.h"
#include "output/table.h"
#include "store/sink.h"

#include <string_view>
#include <vector>

namespace graduasi {

/// One figure of an answer: a difference to the baseline, or what follows from two of them.
struct AnswerFigure {
  std::string_view figure, unit;
  Estimate const* estimate;
  std::string_view told;  ///< what can be told of it; empty where the figure is no difference
};

/// Gains in reading order, from families that became able to the premature share.
/// @param can_last  else what is told of lasting exits is "too_early"
std::vector<AnswerFigure> figures_of(Gains const& gains, bool can_last);

/// The same, then who left and whom a rule took off; for the whole programme whether its target is
/// reached, to whom benefits go, and what it costs.
std::vector<AnswerFigure> figures_of(Answer const& answer);

/// A figure and whose it is.
struct AnswerRow {
  Answer const* answer;
  AnswerFigure its;
};

/// `policy,variant,baseline,stratum,figure,unit,mean,lower,upper,told,replicates,interval,date,
/// split,group`, for file and sheet.
TableColumns<AnswerRow> answer_columns(RunResults const& results);

/// answer.csv: every policy but the baseline, at the last month; only a header when there is none.
void write_answers(Sink& sink, RunResults const& results, std::vector<Answer> const& answers);

/// For the page and for `--json`: under the name of each figure its mean, bounds and what can be
/// told of it.
Json::Members figures_json(std::vector<AnswerFigure> const& figures);

/// The figures of every answer, and before them whose they are.
Json answers_json(RunResults const& results, std::vector<Answer> const& answers);

}  // namespace graduasi
