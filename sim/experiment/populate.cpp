#include "experiment/populate.h"

#include "base/errors.h"
#include "experiment/family_subgroups.h"
#include "experiment/in_parallel.h"

#include <bit>

namespace graduasi {

namespace {

/// Words folded in order.
class Hash {
 public:
  void add(std::uint64_t word) { state_ = (state_ ^ word) * 1099511628211u; }
  std::uint64_t word() const { return state_; }

 private:
  std::uint64_t state_ = 14695981039346656037u;
};

std::uint64_t hash_of(HouseholdsView const& h) {
  Hash hash;
  for (std::size_t i = 0; i < h.flags.size(); ++i) {
    std::uint64_t const welfare = std::bit_cast<std::uint32_t>(h.base[i]);
    hash.add(welfare << 32 | h.members[i]);
    hash.add(std::uint64_t{h.record[i]} << 32 | h.flags[i]);
  }
  return hash.word();
}

/// Marks every family's fifth of the nation by true spending on the first day.
void share_in_fifths(Households& households, PreparedVariant const& e) {
  World const& world = *e.setting.world;
  auto const& districts = e.programme.districts;
  std::vector<SpendingCounts> parts(districts.size());
  in_parallel(districts.size(), [&](std::size_t d) {
    parts[d] = count_spending(district_part(households, districts[d]), districts[d], world);
  });
  SpendingCounts nation(parts.front().size());
  for (auto const& part : parts) {
    for (std::size_t step = 0; step < nation.size(); ++step) nation[step] += part[step];
  }
  auto const borders = fifths_of(nation);
  in_parallel(districts.size(), [&](std::size_t d) {
    mark_fifths(district_part(households, districts[d]), districts[d], world, borders);
  });
}

}  // namespace

std::vector<std::uint64_t> words_of(PopulationNote const& note) {
  std::vector<std::uint64_t> words = {note.hash};
  for (auto const& support : note.supports)
    words.insert(words.end(), {support.rows, support.largest, support.families});
  return words;
}

PopulationNote note_of(std::span<std::uint64_t const> words) {
  if (words.size() % 3 != 1)
    throw FileError("results.sqlite: its families are damaged; run again with --force");
  PopulationNote note{.hash = words[0]};
  for (std::size_t i = 1; i < words.size(); i += 3)
    note.supports.push_back({words[i], words[i + 1], words[i + 2]});
  return note;
}

std::string hash_of(std::vector<PopulationNote> const& notes) {
  Hash all;
  for (auto const& note : notes) all.add(note.hash);
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[all.word() >> shift & 15];
  return text;
}

Population populate(PreparedVariant const& e, Key key, Kernel const& kernel,
                    std::function<bool()> const& stopped) {
  Population population{make_households(slots_of(e.programme)), {}};
  auto const& order = e.largest_first;
  std::vector<std::uint64_t> hashes(order.size());
  in_parallel(order.size(), [&](std::size_t i) {
    if (stopped()) return;
    std::size_t const d = order[i];
    auto const slots = district_part(population.households, e.programme.districts[d]);
    initialise(slots, e, d, key, kernel);
    hashes[d] = hash_of(slots);
  });
  if (stopped()) return population;
  Hash all;
  for (auto const word : hashes) all.add(word);
  population.note.hash = all.word();
  if (e.by_fifth) share_in_fifths(population.households, e);
  population.note.supports = supports_of(view(population.households), e, key);
  if (!population.note.supports.empty()) refuse_small_whole(population.note.supports.front());
  return population;
}

}  // namespace graduasi
