// `graduasi evidence`: published experiments, carried out in the model.
#pragma once

#include "command/request.h"

namespace graduasi {

/// `graduasi evidence [FOLDER]`: runs the trials of a folder, or of one file, and says which
/// published findings come out.
/// @returns 0 when all that were held out are reproduced, else 4; 130 when it was interrupted
int show_evidence(Request const& request);

}  // namespace graduasi
