#include "command/run_results.h"

#include "analysis/marginals.h"
#include "command/long_command.h"
#include "command/screen.h"
#include "command/streams.h"
#include "output/answer_lines.h"
#include "output/answer_table.h"
#include "output/console.h"
#include "output/cost_table.h"
#include "output/draws_table.h"
#include "output/manifest.h"
#include "output/page/page.h"
#include "output/posts_table.h"
#include "output/remarks.h"
#include "output/rests_on.h"
#include "output/run_tables.h"
#include "output/workbook/workbook.h"
#include "scenario/describe/resolved.h"
#include "scenario/headline.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace graduasi {

namespace {

using Chosen = std::vector<std::size_t>;

/// The working directory as a result folder sees it, so that `rerun` finds the inputs wherever it
/// is called; empty where there is no such way.
std::string way_back_from(std::filesystem::path const& folder) {
  std::error_code none;
  auto const here = std::filesystem::current_path(none);
  return none ? std::string() : std::filesystem::relative(here, folder, none).generic_string();
}

/// Figures by policy, variant, group and time.
void write_figures(ResultFolder& folder, RunResults const& results, Chosen const& chosen,
                   bool is_full) {
  folder.write("curves.csv", [&](Sink& sink) { write_curves(sink, results, chosen); });
  folder.write("summary.csv", [&](Sink& sink) { write_summary(sink, results, chosen); });
  folder.write("comparison.csv", [&](Sink& sink) { write_comparison(sink, results, chosen); });
  if (is_full)
    folder.write("replicates.csv", [&](Sink& sink) { write_replicates(sink, results, chosen); });
  folder.write("variants.csv", [&](Sink& sink) { write_variants(sink, results); });
}

void write_costs_and_value(ResultFolder& folder, RunResults const& results,
                           CostsAndValue const& costs) {
  folder.write("answer.csv", [&](Sink& sink) { write_answers(sink, results, costs.answers); });
  folder.write("cost.csv", [&](Sink& sink) { write_costs(sink, results, costs.costs); });
  folder.write("value.csv", [&](Sink& sink) { write_value(sink, results, costs.frontier); });
  if (costs.decisions.empty()) return;
  folder.write("acceptability.csv",
               [&](Sink& sink) { write_acceptability(sink, results, costs.decisions); });
  folder.write("information.csv",
               [&](Sink& sink) { write_information(sink, results, costs.decisions); });
}

void write_every_table(ResultFolder& folder, RunReport const& report, Chosen const& chosen,
                       bool is_full) {
  auto const& [results, scenario, sensitivities, costs] = report;
  write_figures(folder, results, chosen, is_full);
  if (!scenario.sweep.empty()) {
    auto const marginals = marginals_of(results, scenario.sweep, chosen);
    folder.write("marginals.csv", [&](Sink& sink) { write_marginals(sink, results, marginals); });
  }
  write_costs_and_value(folder, results, costs);
  write_draws_taken(folder, scenario);
  if (!sensitivities.parameters.empty()) {
    folder.write("sensitivity.csv", [&](Sink& sink) {
      write_sensitivity(sink, sensitivities, results.policies.front());
    });
  }
  folder.write("codebook.csv", [&](Sink& sink) { write_codebook(sink, chosen); });
}

std::string payload_of(RunReport const& report, Chosen const& chosen, Json const& facts,
                       Request const& request) {
  auto const drawn = with_measures_of_posts(chosen, report.scenario);
  auto const marginals = marginals_of(report.results, report.scenario.sweep, drawn);
  auto rests = rests_on(report.scenario);
  rests.sensitivities = report.sensitivities;
  return page_payload(report.results, report.scenario, drawn, rests, facts, request.said_in(),
                      report.costs, marginals);
}

}  // namespace

std::vector<WorkbookKind> workbooks_of(Request const& request) {
  std::vector<WorkbookKind> workbooks;
  if (request.xlsx) workbooks.push_back(WorkbookKind::results);
  if (request.xlsx_full) workbooks.push_back(WorkbookKind::every_row);
  return workbooks;
}

std::string write_results(ResultFolder& folder, RunReport const& report, Store& store,
                          Request const& request) {
  auto const& [results, scenario, sensitivities, costs] = report;
  auto const chosen = chosen_measures(scenario.output.measures);
  write_every_table(folder, report, chosen, request.csv_full);
  folder.write("resolved.yaml", resolved_yaml(scenario));
  auto const cite = citation(results, scenario, folder.result_hash());
  for (auto const kind : workbooks_of(request)) {
    auto const plan = workbook_plan(results, chosen.size(), kind);
    folder.write_file(file_of(kind), [&](std::filesystem::path const& file) {
      write_workbook(file, results, scenario, chosen, costs.answers, cite, plan);
    });
  }
  Json const facts =
      manifest(results, scenario, folder.result_hash(), way_back_from(folder.path()));
  write_page(folder, payload_of(report, chosen, facts, request), request);
  if (results.has_emptied_subgroups) store.forget_simulations();
  folder.publish(in_full(facts), &store);
  return cite;
}

void write_shard(ResultFolder& folder, RunResults const& results, Scenario const& scenario,
                 Store& store) {
  folder.write("resolved.yaml", resolved_yaml(scenario));
  folder.publish(in_full(manifest(results, scenario, {}, way_back_from(folder.path()))), &store);
}

void print_results(RunReport const& report, std::string_view cite, Request const& request) {
  auto const& [results, scenario, sensitivities, costs] = report;
  if (request.json) {
    answer("{}", comparison_json(results, scenario, cite, costs));
    return;
  }
  if (auto const line = nothing_to_compare(results, request.said_in()); !line.empty()) {
    answer("{}", line);
    return;
  }
  auto const style = style_of(request);
  answer("{}", answer_lines(results, costs.answers, style));
  if (auto const lines = for_whom_lines(results, costs.answers, style); !lines.empty())
    answer("{}\n", lines);
  answer("{}", comparison_table(results, style));
  if (any_target(scenario)) {
    if (auto const lines = table_of_posts(results, style); !lines.empty()) answer("\n{}", lines);
  }
  if (auto const lines = cost_lines(results, scenario, costs, style); !lines.empty())
    answer("\n{}", lines);
  if (scenario.sweep.empty()) return;
  auto const exits = find_measure(headline_measure);
  auto const marginals = marginals_of(results, scenario.sweep, {&*exits, 1});
  if (!marginals.empty()) answer("\n{}", marginal_table(results, marginals, style));
}

}  // namespace graduasi
