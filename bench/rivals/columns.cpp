// Compiled for three instruction sets in one unit, with the flags of sim/model/kernel.cpp.
#include "bench/rivals/columns.h"

#include "bench/rivals/rivals.h"

#include <memory>

namespace graduasi::bench {

namespace {

using Month = void (*)(MiniFamilies const&, MiniTile&, std::uint32_t, Key, MiniParameters const&);

#if defined(__x86_64__)
[[gnu::flatten, gnu::target("arch=x86-64-v2")]] void month_v2(MiniFamilies const& f, MiniTile& t,
                                                              std::uint32_t month, Key key,
                                                              MiniParameters const& p) {
  mini_month(f, t, month, key, p);
}
[[gnu::flatten, gnu::target("arch=x86-64-v3")]] void month_v3(MiniFamilies const& f, MiniTile& t,
                                                              std::uint32_t month, Key key,
                                                              MiniParameters const& p) {
  mini_month(f, t, month, key, p);
}
  #ifdef __clang__
[[gnu::flatten, gnu::target("arch=x86-64-v4")]] void month_v4(MiniFamilies const& f, MiniTile& t,
                                                              std::uint32_t month, Key key,
                                                              MiniParameters const& p) {
  mini_month(f, t, month, key, p);
}
  #else
[[gnu::flatten, gnu::target("arch=x86-64-v4,prefer-vector-width=512")]] void month_v4(
    MiniFamilies const& f, MiniTile& t, std::uint32_t month, Key key, MiniParameters const& p) {
  mini_month(f, t, month, key, p);
}
  #endif
#else
[[gnu::flatten]] void month_v2(MiniFamilies const& f, MiniTile& t, std::uint32_t month, Key key,
                               MiniParameters const& p) {
  mini_month(f, t, month, key, p);
}
#endif

Month month_for(Isa isa) {
#if defined(__x86_64__)
  if (isa == Isa::v4) return month_v4;
  if (isa == Isa::v3) return month_v3;
#endif
  static_cast<void>(isa);
  return month_v2;
}

}  // namespace

MiniResult run_columns(std::size_t families, std::span<int const> months, std::uint32_t seed,
                       Isa isa) {
  auto const slots = static_cast<Eigen::Index>(padded(families));
  auto const same = [slots](float value) -> Column<float> {
    return Column<float>::Constant(slots, value);
  };
  MiniColumns<Column> store = {same(0.45f), same(0.35f), same(0.0f), same(0.3f), same(1.0f)};
  MiniFamilies const all = {view(store.confidence), view(store.skill), view(store.log_earnings),
                            view(store.savings), view(store.active)};
  auto const tile = std::make_unique<MiniTile>();
  Month const pass = month_for(isa);
  return run_months(
      months,
      [&](int month) {
        pass(all, *tile, static_cast<std::uint32_t>(month), {.seed = seed}, MiniParameters{});
      },
      [&] {
        MiniSums sums;
        for (std::size_t i = 0; i < families; ++i) {
          sums.add({all.confidence[i], all.skill[i], all.log_earnings[i], all.savings[i]},
                   all.active[i] > 0.0f);
        }
        return sums;
      });
}

}  // namespace graduasi::bench
