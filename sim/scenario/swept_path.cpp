#include "scenario/swept_path.h"

#include "base/contract.h"
#include "scenario/all_paths.h"

namespace graduasi {

SweptPath swept_path(SweepAxis const& axis) {
  auto const* const row = find_any_row(axis.path);
  expects(row != nullptr, "a swept path is known");
  SweptPath path{.unit = std::string(row->unit),
                 .is_number = row->kind == Kind::number || row->kind == Kind::whole_number,
                 .texts = {}};
  for (double const value : axis.values) path.texts.push_back(text_of(*row, value));
  return path;
}

}  // namespace graduasi
