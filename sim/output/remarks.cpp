#include "output/remarks.h"

#include "outcome/overview.h"
#include "outcome/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace graduasi {

namespace {

constexpr Text by_chance(
    "95 % intervals over replicates (chance); parameters held fixed: the true uncertainty is "
    "larger",
    "selang 95 % antarulangan (kebetulan); parameter dianggap tetap: ketidakpastian sebenarnya "
    "lebih "
    "besar");
constexpr Text by_parameters(
    "95 % intervals for a world drawn from the priors: uncertain parameters and chance",
    "selang 95 % untuk keadaan yang ditarik dari sebaran awal: parameter tidak pasti dan "
    "kebetulan");
constexpr Text one_value("one value of each figure: no intervals",
                         "satu nilai untuk setiap angka: tanpa selang");
constexpr Text span("{} to {}", "{} sampai {}");
constexpr Text paired(
    "differences are paired: between independent runs their Monte Carlo variance would be {} times "
    "as large",
    "selisih dihitung berpasangan: antarsimulasi terpisah, ragam Monte Carlo-nya menjadi {} kali "
    "lipat");
constexpr Text scaled("counts are scaled to {} families (sample of {})",
                      "jumlah diskalakan ke {} keluarga (sampel {})");
constexpr Text all_simulated("all {} families are simulated", "semua {} keluarga disimulasikan");
constexpr Text interrupted("interrupted: {} of {} simulations are finished",
                           "terputus: {} dari {} bagian simulasi selesai");
constexpr Text pairs_there(
    "{}: figures rest on {} of {} pairs of draw and replicate, those that every policy has "
    "finished",
    "{}: angka berdasarkan {} dari {} pasang tarikan dan ulangan, yang selesai untuk semua "
    "kebijakan");
constexpr Text nothing_yet(
    "Interrupted: {} of {} simulations are finished, and no pair of draw and replicate has every "
    "policy. There is nothing to compare yet; --resume goes on.\n",
    "Terputus: {} dari {} bagian simulasi selesai, dan belum ada pasang tarikan dan ulangan yang "
    "memuat semua kebijakan. Belum ada yang dapat dibandingkan; --resume melanjutkan.\n");

std::string_view interval_remark(Interval interval, Language language) {
  switch (interval) {
    case Interval::chance:
      return by_chance.in(language);
    case Interval::parameters:
      return by_parameters.in(language);
    case Interval::none:
      break;
  }
  return one_value.in(language);
}

/// How much the luck that policies share is worth, over all differences of the table; empty
/// without any.
std::string pairing_remark(RunResults const& results, Language language) {
  std::vector<double> ratios;
  for (auto const& row : overview(results)) {
    if (!std::isnan(row.variance_ratio)) ratios.push_back(row.variance_ratio);
  }
  if (ratios.empty()) return {};
  auto const [min, max] = std::ranges::minmax(ratios);
  auto const least = with_decimals(fmt::format("{:.1f}", min), language);
  auto const most = with_decimals(fmt::format("{:.1f}", max), language);
  auto const times = least == most ? least : filled(span.in(language), {least, most});
  return filled(paired.in(language), {times});
}

}  // namespace

std::vector<std::string> remarks(RunResults const& results, Language language) {
  std::vector<std::string> all;
  auto const programme = static_cast<double>(results.facts.programme_households);
  auto const sample = static_cast<double>(results.facts.households);
  auto const sample_text = size_in_words(sample, language);
  all.push_back(sample < programme
                    ? filled(scaled.in(language), {size_in_words(programme, language), sample_text})
                    : filled(all_simulated.in(language), {sample_text}));
  all.emplace_back(interval_remark(interval_of(results), language));
  if (auto remark = pairing_remark(results, language); !remark.empty())
    all.push_back(std::move(remark));
  if (is_complete(results)) return all;

  all.push_back(filled(interrupted.in(language), {std::to_string(finished_simulations(results)),
                                                  std::to_string(results.simulations())}));
  for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
    all.push_back(filled(
        pairs_there.in(language),
        {results.variants[variant].name, std::to_string(usable_pairs(results, variant).count),
         std::to_string(results.draws * results.replicates)}));
  }
  return all;
}

std::string nothing_to_compare(RunResults const& results, Language language) {
  for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
    if (usable_pairs(results, variant).count > 0) return {};
  }
  return filled(nothing_yet.in(language), {std::to_string(finished_simulations(results)),
                                           std::to_string(results.simulations())});
}

}  // namespace graduasi
