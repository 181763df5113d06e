// The only unit that turns parameter tables into rows: with hundreds of parameters this takes long
// to compile, and everybody else loops over the plain rows.
#include "model/parameters.h"
#include "parameters/make_rows.h"
#include "policy/levers.h"
#include "population/settings.h"
#include "scenario/blocks/run_settings.h"

namespace graduasi {

template std::vector<Row> const& rows_of<RunSettings>();
template std::vector<Row> const& rows_of<PopulationSettings>();
template std::vector<Row> const& rows_of<World>();
template std::vector<Row> const& rows_of<Levers>();

}  // namespace graduasi
