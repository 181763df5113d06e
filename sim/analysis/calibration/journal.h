// What was simulated so far, so that a calibration that was cut can go on.
#pragma once

#include <Eigen/Core>

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace graduasi {

/// A line for each batch of simulations, written when the batch is whole. A line that is cut short
/// counts for nothing.
class Journal {
 public:
  /// Reads what is there, and writes it into a new file of that name: a link in a folder from a
  /// stranger is never written through. What is of another calibration is left out.
  /// @param identity  of the calibration: targets, scenarios, size, seed, program
  /// @throws FileError when it cannot be written
  Journal(std::filesystem::path file, std::string const& identity);
  ~Journal();
  Journal(Journal const&) = delete;
  Journal& operator=(Journal const&) = delete;

  /// The values of a batch, a row for each point; null where they are to be simulated.
  Eigen::ArrayXXd const* find(std::size_t batch) const;
  void keep(std::size_t batch, Eigen::ArrayXXd const& values);
  /// Batches that were there at first.
  std::size_t resumed() const { return resumed_; }
  /// All is done, and the result holds it.
  void remove() const;

 private:
  void write(std::string_view text) const;

  std::filesystem::path file_;
  int handle_ = -1;
  std::map<std::size_t, Eigen::ArrayXXd> batches_;
  std::size_t resumed_ = 0;
};

}  // namespace graduasi
