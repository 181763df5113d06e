#include "experiment/dealing.h"

#include <algorithm>
#include <iterator>

namespace graduasi {

namespace {

/// Neighbouring ranks in so many groups, of which none is larger than another by more than one.
std::vector<RankGroup> groups_of(std::size_t ranks, std::size_t groups) {
  std::vector<RankGroup> all;
  for (std::size_t g = 0; g < groups; ++g) {
    std::size_t const first = g * ranks / groups;
    all.push_back({first, (g + 1) * ranks / groups - first});
  }
  return all;
}

/// What every rank of a group takes for a piece besides its part of the districts, of what the
/// whole piece takes one rank: parameters are made ready, and counts added up.
constexpr double undivided = 1.0 / 16;

/// Into how many groups ranks part for so many pieces: the smallest group decides when the last
/// piece is done. Of those that end first, the most.
std::size_t best_groups(std::size_t pieces, std::size_t ranks, std::size_t most) {
  auto const end = [&](std::size_t groups) {
    auto const rounds = static_cast<double>((pieces + groups - 1) / groups);
    return rounds * (1 / static_cast<double>(ranks / groups) + undivided);
  };
  std::size_t best = 1;
  for (std::size_t groups = 2; groups <= std::min(most, pieces); ++groups) {
    if (end(groups) <= end(best)) best = groups;
  }
  return best;
}

}  // namespace

std::vector<RankGroup> deal_pieces(std::size_t pieces, std::size_t ranks, std::size_t least) {
  std::size_t const most = std::max<std::size_t>(ranks / least, 1);
  auto const usual = groups_of(ranks, most);
  std::size_t const in_rounds = pieces / most * most;
  std::vector<RankGroup> takers;
  for (std::size_t piece = 0; piece < in_rounds; ++piece) takers.push_back(usual[piece % most]);
  if (in_rounds == pieces) return takers;
  auto const last = groups_of(ranks, best_groups(pieces - in_rounds, ranks, most));
  for (std::size_t i = 0; in_rounds + i < pieces; ++i) takers.push_back(last[i % last.size()]);
  return takers;
}

std::vector<std::size_t> deal_districts(Programme const& programme,
                                        std::vector<std::size_t> const& largest_first,
                                        std::size_t ranks) {
  std::vector<std::size_t> slots(ranks), places(programme.districts.size());
  for (auto const d : largest_first) {
    auto const fewest = std::ranges::min_element(slots);
    *fewest += programme.districts[d].slots;
    places[d] = static_cast<std::size_t>(fewest - slots.begin());
  }
  return places;
}

DistrictShare share_of_districts(Programme const& programme,
                                 std::vector<std::size_t> const& largest_first,
                                 std::shared_ptr<Ranks> const& ranks, RankGroup group) {
  DistrictShare share{.ranks = ranks, .group = group, .districts = {}, .first_slots = {}};
  auto const places = deal_districts(programme, largest_first, group.count);
  auto const is_here = [&](std::size_t d) { return places[d] == share.place(); };
  std::ranges::copy_if(largest_first, std::back_inserter(share.districts), is_here);
  share.first_slots.resize(places.size());
  for (std::size_t d = 0; d < places.size(); ++d) {
    if (!is_here(d)) continue;
    share.first_slots[d] = share.slots;
    share.slots += programme.districts[d].slots;
  }
  return share;
}

}  // namespace graduasi
