#include "output/page/analysis_page.h"

#include "output/manifest.h"
#include "output/page/page.h"
#include "output/rests_on.h"

namespace graduasi {

std::string analysis_payload(Scenario const& scenario, AnalysisFigures const& figures,
                             Json const& manifest, Language language) {
  auto const& counts = scenario.run.counts;
  Json const payload = Json::Members{
      {"format", payload_format},
      {"language", code_of(language)},
      {"question", scenario.question},
      {"scenario", scenario.name},
      {"start", month_text(scenario.run.start)},
      {"months", counts.months},
      {"households", scenario.population.size.households},
      {"programme_households", figures.programme_households},
      {"interval", figures.interval},
      {"replicates", counts.replicates},
      {"draws", counts.parameter_draws},
      {std::string(figures.key), figures.found},
      {"rests_on", rests_on_json(rests_on(scenario))},
      {"manifest", manifest},
      {"warnings", warnings_json(scenario.warnings)},
  };
  return text_of(payload, Layout::line);
}

}  // namespace graduasi
