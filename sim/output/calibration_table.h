// What a calibration found: tables, JSON and the report on the console.
#pragma once

#include "analysis/calibration/calibrate.h"
#include "output/draws_table.h"
#include "output/json.h"
#include "output/text_table.h"
#include "store/sink.h"

#include <string>

namespace graduasi {

/// A calibration with what it was held against.
struct CalibrationReport {
  Targets const& targets;
  Calibration const& found;
  std::string_view size;
};

/// targets.csv: a row for each target, with what worlds of prior and posterior say to it and how
/// far its emulator is to be trusted.
void write_targets(Sink& sink, CalibrationReport const& report);

/// parameters.csv: a row for each uncertain number, before and after.
void write_calibrated(Sink& sink, CalibrationReport const& report);

/// The worlds of the posterior, as `--draws-from` reads them.
WrittenDraws posterior_draws(Calibration const& found);

Json calibration_json(CalibrationReport const& report);

/// The report on the console; ends with a line end.
std::string calibration_text(CalibrationReport const& report, Color color);

/// What is to be known before the posterior is used.
std::vector<Warning> warnings_of(CalibrationReport const& report);

}  // namespace graduasi
