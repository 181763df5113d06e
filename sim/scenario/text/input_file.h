// A file that was read for a scenario, and what it held.
#pragma once

#include <string>

namespace graduasi {

/// A file that the scenario is made of, for the manifest.
struct InputFile {
  std::string path;    ///< as the working directory sees it
  std::string sha256;  ///< of its bytes
};

}  // namespace graduasi
