#include "command/analysis_folder.h"

#include "base/wording.h"
#include "command/build_facts.h"
#include "command/run_facts.h"
#include "output/json.h"
#include "output/manifest.h"
#include "output/page/page.h"
#include "output/page/stored_page.h"
#include "scenario/describe/resolved.h"

#include <fmt/core.h>

namespace graduasi {

std::string size_note(Scenario const& asked, Scenario const& cut) {
  std::string less;
  auto const add = [&](int has, int of, std::string_view what) {
    if (has >= of) return;
    less += fmt::format("{}{} of the scenario's {} {}", less.empty() ? "" : " and ", grouped(has),
                        grouped(of), what);
  };
  add(cut.population.size.households, asked.population.size.households, "families");
  add(cut.run.counts.replicates, asked.run.counts.replicates, "replicates");
  if (less.empty()) return {};
  return "each run has " + less + "; --households and --replicates change that\n";
}

void publish_analysis(ResultFolder& folder, Request const& request, Scenario scenario,
                      std::optional<AnalysisFigures> const& figures,
                      std::vector<Warning> const& warnings, double wall_seconds) {
  folder.write("resolved.yaml", resolved_yaml(scenario));
  auto& all = scenario.warnings;
  all.insert(all.end(), warnings.begin(), warnings.end());
  Json::Members inputs;
  for (auto const& file : scenario.inputs) inputs.emplace_back(file.path, file.sha256);
  auto const& counts = scenario.run.counts;
  Json const facts = Json::Members{
      {"results_format", results_format},
      {"program", "graduasi"},
      {"version", program_version()},
      {"commit", program_commit()},
      {"compiler", program_compiler()},
      {"state", "complete"},
      {"command", command_line_of_process()},
      {"scenario", scenario.name},
      {"question", scenario.question},
      {"inputs", inputs},
      {"start", month_text(scenario.run.start)},
      {"months", counts.months},
      {"seed", std::int64_t{counts.seed}},
      {"replicates", counts.replicates},
      {"parameter_draws", counts.parameter_draws},
      {"households", scenario.population.size.households},
      {"result_hash", folder.result_hash()},
      {"times", Json::Members{{"wall_seconds", wall_seconds}}},
      {"warnings", warnings_json(all)},
  };
  if (figures) {
    // Without a report too, so that it can be written later.
    auto const payload =
        analysis_payload(scenario, *figures, facts, request.language.value_or("en"));
    folder.write(page_file, payload);
    if (request.report) folder.write("report.html", with_payload(embedded_page(), payload));
  }
  folder.publish(text_of(facts, Layout::indented) + "\n");
}

}  // namespace graduasi
