// Which levers do best, how sure that is, and what more or less money would bring.
#pragma once

#include "analysis/optimise.h"
#include "output/json.h"
#include "output/text_table.h"
#include "store/sink.h"

#include <string>

namespace graduasi {

/// optimum.csv: the baseline, the optimum, and the optimum with other luck.
void write_optimum(Sink& sink, Optimum const& optimum);
/// frontier.csv: the best under each multiple of the limit.
void write_frontier(Sink& sink, Optimum const& optimum);
/// evaluations.csv: everything that was tried.
void write_evaluations(Sink& sink, Optimum const& optimum);

Json optimum_json(Optimum const& optimum);

/// The optimum, how flat it is, the frontier, and what to beware of.
std::string optimum_text(Optimum const& optimum, Color color);

}  // namespace graduasi
