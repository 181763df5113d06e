#include "scenario/swept_path.h"

#include "base/contract.h"
#include "model/parameters.h"
#include "parameters/lookup.h"
#include "policy/levers.h"
#include "population/settings.h"

namespace graduasi {

namespace {

template <class Root>
SweptPath described(Row<Root> const& row, SweepAxis const& axis) {
  SweptPath path{.unit = std::string(row.unit),
                 .is_number = row.kind == Kind::number || row.kind == Kind::whole_number,
                 .texts = {}};
  for (double const value : axis.values) path.texts.push_back(text_of(row, value));
  return path;
}

}  // namespace

SweptPath swept_path(SweepAxis const& axis) {
  if (auto const* const row = find_row<World>(axis.path)) return described(*row, axis);
  if (auto const* const row = find_row<PopulationSettings>(axis.path)) return described(*row, axis);
  auto const* const row = find_row<Levers>(axis.path);
  expects(row != nullptr, "a swept path is known");
  return described(*row, axis);
}

}  // namespace graduasi
