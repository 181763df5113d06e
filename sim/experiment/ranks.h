// This process among those that do a run together (ranks of MPI), and what they say to each other.
#pragma once

#include "base/contract.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace graduasi {

/// Neighbours that do something together: `count` of them, from `first` on.
struct RankGroup {
  std::size_t first = 0, count = 1;
  bool has(std::size_t rank) const { return first <= rank && rank < first + count; }
  friend auto operator<=>(RankGroup const&, RankGroup const&) = default;
};

/// Another rank has ended with an error, so this one ends as well.
struct OtherRankEnded : std::runtime_error {
  OtherRankEnded(int its_code, std::string const& said)
      : std::runtime_error(said), code(its_code) {}
  int code;  ///< that the program ends with
};

/// All ranks run the same program with the same words and files, and meet in `sum`, `any`, `gather`
/// and `share`: each of these returns when the whole group has called it. A program that was not
/// started by mpirun is alone; so is one that was built without MPI. Used by the main thread only.
///
/// Whatever waits for others throws OtherRankEnded when one of them has called `end` with an error.
class Ranks {
 public:
  /// Alone.
  Ranks();
  /// With those that mpirun started beside this process.
  Ranks(int& argc, char**& argv);
  ~Ranks();
  Ranks(Ranks const&) = delete;
  Ranks& operator=(Ranks const&) = delete;

  std::size_t number() const { return number_; }  ///< from 0 on
  std::size_t of() const { return of_; }          ///< ranks that know each other
  std::size_t here() const { return here_; }      ///< of them, those on this machine
  /// Processes that were started together, whether they know each other or not.
  std::size_t started() const { return started_; }
  RankGroup all() const { return {0, of_}; }
  RankGroup itself() const { return {number_, 1}; }
  /// Writes, prints and keeps; the others only calculate.
  bool is_first() const { return number_ == 0; }

  /// Every rank of the group gets the sums over all of them.
  void sum(RankGroup group, std::span<std::int64_t> values) {
    if (group.count > 1) sum_over(group, values);
  }
  /// Whether it is so in any rank of the group.
  bool any(RankGroup group, bool here) {
    std::int64_t ranks = here ? 1 : 0;
    sum(group, {&ranks, 1});
    return ranks > 0;
  }
  /// A number of every rank, by rank.
  std::vector<std::int64_t> gather(std::int64_t here);
  /// Every rank gets the bytes of the first one.
  void share(std::string& bytes) {
    if (of_ > 1) share_with_all(bytes);
  }

  /// Sends bytes to the first rank, and does not wait until they are there.
  void send_to_first(std::string bytes);
  /// In the first rank: the next bytes that were sent, in the order in which a rank has sent them;
  /// nothing when none are there.
  std::optional<std::string> receive();
  /// The same, and waits for them.
  std::string wait_for_message();
  /// Does not wait, but throws OtherRankEnded as all that does.
  void look_for_end();

  /// How all ranks end.
  struct Ending {
    int code;
    std::string said;  ///< by another rank that ended with an error, when this one did not
  };
  /// The last call: waits for the others. Those that do not come, as this one ends with an error,
  /// are ended after some seconds.
  /// @param code        of this rank; one of 1 to 3 is an error and ends the others
  /// @param said        what is to be said of it, once
  /// @param last_words  called before others are ended that did not come
  Ending end(int code, std::string const& said,
             std::function<void(std::string const&)> const& last_words);

 private:
  void sum_over(RankGroup group, std::span<std::int64_t> values);
  void share_with_all(std::string& bytes);

  struct Link;
  std::unique_ptr<Link> link_;  ///< to the others; none when alone
  std::size_t number_ = 0, of_ = 1, here_ = 1, started_ = 1;
};

/// Of a program that shares its work with nobody.
std::shared_ptr<Ranks> one_rank();

/// Tasks that each rank does by itself, in turn, or all of them together where a task is too large
/// for one.
class Turns {
 public:
  enum class Each { alone, together };

  Turns(std::shared_ptr<Ranks> ranks, Each each);
  /// Whether this rank has a part in the task.
  bool has(std::size_t task) const { return task % of_ == number_; }
  /// Ranks over which the tasks are dealt.
  std::size_t of() const { return of_; }
  /// The ranks that do a task with this one.
  std::shared_ptr<Ranks> beside() const { return of_ > 1 ? one_rank() : ranks_; }
  /// Every rank gets the values of all tasks, bit by bit. A rank has its own in it, and zeros where
  /// others have theirs.
  void exchange(std::span<std::int64_t> values) const;
  void exchange(std::span<double> values) const;

 private:
  std::shared_ptr<Ranks> ranks_;
  std::size_t number_, of_;
};

}  // namespace graduasi
