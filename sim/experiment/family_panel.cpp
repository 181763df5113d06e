#include "experiment/family_panel.h"

#include "base/contract.h"
#include "base/math.h"
#include "experiment/in_parallel.h"
#include "random/threefry.h"

#include <algorithm>
#include <memory>
#include <numeric>

namespace graduasi {

namespace {

/// The months after `done` up to `until`, no calendar year at a time crossed.
std::vector<MonthSpan> spans_until(RunSettings const& run, int done, int until) {
  std::vector<MonthSpan> spans;
  for (auto const span : years_of(run)) {
    int const first = std::max(span.first_month, done + 1);
    int const last = std::min(span.first_month + span.months - 1, until);
    if (first <= last) spans.push_back({first, last - first + 1});
  }
  return spans;
}

/// One district through the run; what it notes goes to its part of each month's notes.
class PanelDistrict {
 public:
  PanelDistrict(PreparedVariant const& e, std::size_t d, std::size_t policy, Key key,
                HouseholdsView families, Kernel const& kernel, TileStorage& storage)
      : e_(e),
        d_(d),
        policy_(policy),
        key_(key),
        families_(families),
        kernel_(kernel),
        storage_(storage),
        state_(staffed(e, d, policy, key)),
        notes_(families.flags.size()) {}

  std::vector<FamilyNote> const& until(int month) {
    if (done_ < 0) simulate({0, 1}, kernel_.first_day);
    done_ = std::max(done_, 0);
    for (auto const span : spans_until(e_.run, done_, month)) simulate(span, kernel_.year);
    done_ = std::max(done_, month);
    return notes_;
  }

 private:
  void simulate(MonthSpan span, void (*step)(DistrictYear&, TileStorage&)) {
    std::vector<Tally> tallies(static_cast<std::size_t>(span.months));
    auto task = district_year(e_, d_, policy_, key_, families_, state_, span, tallies);
    task.notes = notes_;
    step(task, storage_);
  }

  PreparedVariant const& e_;
  std::size_t d_, policy_;
  Key key_;
  HouseholdsView families_;
  Kernel const& kernel_;
  TileStorage& storage_;
  DistrictState state_;
  std::vector<FamilyNote> notes_;
  int done_ = -1;
};

/// Ranks of the families by `value`, in `parts` equal parts: 1 for the lowest. Ties fall by number.
template <class Value>
void rank(std::vector<FamilyNote>& notes, int parts, Value value, int FamilyNote::*rank_of) {
  std::vector<std::size_t> order(notes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return value(notes[i]); });
  for (std::size_t at = 0; at < order.size(); ++at)
    notes[order[at]].*rank_of =
        1 + static_cast<int>(at * static_cast<std::size_t>(parts) / order.size());
}

/// What a survey of the month sees, and how families stand among each other.
void survey(FamilyPanel& panel, std::size_t at, std::vector<float> const& noise_sd, Key key) {
  auto& notes = panel.notes[at];
  for (std::size_t i = 0; i < notes.size(); ++i) {
    auto const words =
        threefry4x32(panel.ids[i], static_cast<std::uint32_t>(panel.months[at]),
                     static_cast<std::uint32_t>(Surveyed::spending),
                     static_cast<std::uint32_t>(Domain::survey), key.seed, key.replicate);
    float const noise = noise_sd[i] * math::normal_pair(words.word[0], words.word[1]).first;
    notes[i].seen = notes[i].spending * math::exp(noise);
  }
  rank(
      notes, 10, [](FamilyNote const& note) { return note.seen; }, &FamilyNote::seen_tenth);
  rank(
      notes, 5, [](FamilyNote const& note) { return note.confidence; },
      &FamilyNote::least_confident);
}

}  // namespace

Households initial_families(PreparedVariant const& e, Key key, Kernel const& kernel) {
  Households families = make_households(slots_of(e.programme));
  in_parallel(e.programme.districts.size(), [&](std::size_t d) {
    initialise(district_part(families, e.programme.districts[d]), e, d, key, kernel);
  });
  return families;
}

FamilyPanel follow_families(PreparedVariant const& e, std::size_t policy, Key key,
                            Households const& families, std::vector<int> const& months,
                            Kernel const& kernel) {
  expects(std::ranges::is_sorted(months), "months ascend");
  Households moving = families;
  auto const& districts = e.programme.districts;
  // By month and district: threads fill their own.
  std::vector<std::vector<std::vector<FamilyNote>>> by_district(
      months.size(), std::vector<std::vector<FamilyNote>>(districts.size()));
  in_parallel(districts.size(), [&](std::size_t d) {
    auto const storage = std::make_unique<TileStorage>();
    PanelDistrict here(e, d, policy, key, district_part(moving, districts[d]), kernel, *storage);
    for (std::size_t m = 0; m < months.size(); ++m) by_district[m][d] = here.until(months[m]);
  });
  FamilyPanel panel;
  panel.months = months;
  panel.notes.resize(months.size());
  std::vector<float> noise_sd;
  for (std::size_t d = 0; d < districts.size(); ++d) {
    for (std::size_t slot = 0; slot < districts[d].slots; ++slot) {
      if (!months.empty() && !by_district.front()[d][slot].real) continue;
      for (std::size_t m = 0; m < months.size(); ++m)
        panel.notes[m].push_back(by_district[m][d][slot]);
      panel.ids.push_back(districts[d].first_id + static_cast<std::uint32_t>(slot));
      panel.districts.push_back(district_number(districts[d]));
      noise_sd.push_back(districts[d].noise_sd);
    }
  }
  for (std::size_t m = 0; m < months.size(); ++m) survey(panel, m, noise_sd, key);
  return panel;
}

}  // namespace graduasi
