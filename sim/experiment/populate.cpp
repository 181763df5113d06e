#include "experiment/populate.h"

#include "base/errors.h"
#include "experiment/family_subgroups.h"
#include "experiment/in_parallel.h"

#include <bit>
#include <utility>

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
void share_in_fifths(Households& households, PreparedVariant const& e, DistrictShare const& share) {
  World const& world = *e.setting.world;
  auto const& districts = share.districts;
  auto const slots = [&](std::size_t i) {
    return district_part(households, e, districts[i], share);
  };
  std::vector<SpendingCounts> parts(districts.size());
  in_parallel(districts.size(), [&](std::size_t i) {
    parts[i] = count_spending(slots(i), e.programme.districts[districts[i]], world);
  });
  auto nation = no_spending();
  for (auto const& part : parts) {
    for (std::size_t step = 0; step < nation.size(); ++step) nation[step] += part[step];
  }
  share.sum(nation);
  auto const borders = fifths_of(nation);
  in_parallel(districts.size(), [&](std::size_t i) {
    mark_fifths(slots(i), e.programme.districts[districts[i]], world, borders);
  });
}

/// The hashes of all districts, in their order, as one.
std::uint64_t hash_of(std::vector<std::int64_t> hashes, DistrictShare const& share) {
  share.sum(hashes);
  Hash all;
  for (auto const word : hashes) all.add(static_cast<std::uint64_t>(word));
  return all.word();
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

std::optional<Population> populate(PreparedVariant const& e, Key key, Kernel const& kernel,
                                   DistrictShare const& share,
                                   std::function<bool()> const& stopped) {
  Population population{make_households(share.slots), {}};
  auto const& order = share.districts;
  std::vector<std::int64_t> hashes(e.programme.districts.size());
  in_parallel(order.size(), [&](std::size_t i) {
    if (stopped()) return;
    std::size_t const d = order[i];
    auto const slots = district_part(population.households, e, d, share);
    initialise(slots, e, d, key, kernel);
    hashes[d] = static_cast<std::int64_t>(hash_of(slots));
  });
  if (share.any(stopped())) return std::nullopt;
  population.note.hash = hash_of(std::move(hashes), share);
  if (e.by_fifth) share_in_fifths(population.households, e, share);
  population.note.supports = supports_of(view(population.households), e, key, share);
  if (!population.note.supports.empty()) refuse_small_whole(population.note.supports.front());
  return population;
}

}  // namespace graduasi
