#include "command/optimise.h"

#include "analysis/allotment.h"
#include "analysis/optimise.h"
#include "command/analysis_folder.h"
#include "command/commands.h"
#include "command/interrupt.h"
#include "command/progress_line.h"
#include "command/streams.h"
#include "command/work_ahead.h"
#include "output/allotment_table.h"
#include "output/console.h"
#include "output/optimum_table.h"

#include <chrono>
#include <optional>

namespace graduasi {

namespace {

/// What either search needs, and its end: the folder, the progress, the clock.
class Search {
 public:
  Search(Request const& request, Checked const& checked)
      : request_(request),
        checked_(checked),
        cut_(cut_to_optimise(checked.scenario)),
        options_(options_of(request)),
        folder_(request.output.empty() ? std::filesystem::path("results/optimum") : request.output,
                request.force ? Existing::replace : Existing::refuse),
        line_(request) {
    refuse_beyond_memory(cut_, checked.areas, options_, {});
    if (!request.quiet) say("{}", size_note(checked.scenario, cut_));
    options_.progress = [this](double done) { line_.show(done); };
    watch_for_interrupts();
  }
  Search(Search const&) = delete;
  Search& operator=(Search const&) = delete;

  int move_levers() {
    auto const optimum = optimise(checked_.scenario, checked_.areas, options_);
    if (!optimum) return interrupted_early();
    folder_.write("optimum.csv", [&](Sink& sink) { write_optimum(sink, *optimum); });
    folder_.write("frontier.csv", [&](Sink& sink) { write_frontier(sink, *optimum); });
    folder_.write("evaluations.csv", [&](Sink& sink) { write_evaluations(sink, *optimum); });
    return end({{.key = "optimum",
                 .found = optimum_json(*optimum),
                 .interval = name_of(optimum->baseline_gain.interval),
                 .programme_households = optimum->programme_households}},
               optimum->warnings,
               request_.json ? in_full(optimum_json(*optimum)) : optimum_text(*optimum, color()));
  }

  int share_out() {
    auto const allotment = allot(checked_.scenario, checked_.areas, options_);
    if (!allotment) return interrupted_early();
    folder_.write("allotment.csv", [&](Sink& sink) { write_allotment(sink, *allotment); });
    // The page draws no allotment over areas.
    return end(
        {}, allotment->warnings,
        request_.json ? in_full(allotment_json(*allotment)) : allotment_text(*allotment, color()));
  }

 private:
  static std::string in_full(Json const& json) { return text_of(json, Layout::indented) + "\n"; }

  Color color() const { return wants_color(request_) ? Color::always : Color::never; }

  int interrupted_early() {
    line_.clear();
    say("interrupted; nothing was written\n");
    return 130;
  }

  int end(std::optional<AnalysisFigures> const& figures, std::vector<Warning> const& warnings,
          std::string const& text) {
    line_.clear();
    std::chrono::duration<double> const took = std::chrono::steady_clock::now() - began_;
    publish_analysis(folder_, request_, cut_, figures, warnings, took.count());
    answer("{}", text);
    if (request_.quiet) return 0;
    say("{}{}", warning_list(checked_.scenario.warnings), warning_list(warnings));
    say("results in {} ({:.1f} s)\n", folder_.path().string(), took.count());
    if (figures && request_.report)
      say("open {} in a browser\n", (folder_.path() / "report.html").string());
    return 0;
  }

  Request const& request_;
  Checked const& checked_;
  Scenario cut_;
  ExperimentOptions options_;
  ResultFolder folder_;
  ProgressLine line_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

}  // namespace

int optimise_levers(Request const& request) {
  auto const checked = read_and_check(request);
  auto const& plan = checked.scenario.optimisation;
  if (request.strict) refuse_warnings(checked.scenario.warnings);
  Search search(request, checked);
  return plan && plan->allot_areas ? search.share_out() : search.move_levers();
}

}  // namespace graduasi
