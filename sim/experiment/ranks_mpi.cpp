// Ranks of a program that is built with MPI. Nothing here waits inside MPI: whoever waits looks
// whether another rank has ended, and leaves the core to others.
#include "experiment/ranks.h"

#include <mpi.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <list>
#include <map>
#include <thread>
#include <utility>

namespace graduasi {

namespace {

using Clock = std::chrono::steady_clock;

/// MPI counts bytes and numbers in an int.
constexpr std::size_t most_at_a_time = std::size_t{1} << 28;

/// A rank that ends with an error waits so long for the others, which look at least once in a year
/// of what they simulate.
constexpr std::chrono::seconds patience{10};

bool is_error(int code) { return 1 <= code && code <= 3; }

/// Between two looks: none at first, since most waits are short.
void pause(int looks) {
  if (looks > 200) std::this_thread::sleep_for(std::chrono::microseconds(looks > 2000 ? 1000 : 50));
}

int whole(MPI_Comm among, int (*ask)(MPI_Comm, int*)) {
  int number = 0;
  ask(among, &number);
  return number;
}

MPI_Comm copy_of_world() {
  MPI_Comm copy = MPI_COMM_NULL;
  MPI_Comm_dup(MPI_COMM_WORLD, &copy);
  return copy;
}

int ranks_here() {
  MPI_Comm here = MPI_COMM_NULL;
  MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &here);
  int const number = whole(here, MPI_Comm_size);
  MPI_Comm_free(&here);
  return number;
}

/// What somebody has sent, once it is known to be there.
std::string received(MPI_Comm among, MPI_Status const& envelope) {
  int size = 0;
  MPI_Get_count(&envelope, MPI_BYTE, &size);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  MPI_Recv(bytes.data(), size, MPI_BYTE, envelope.MPI_SOURCE, envelope.MPI_TAG, among,
           MPI_STATUS_IGNORE);
  return bytes;
}

}  // namespace

/// What is said between ranks, apart by what it is about. A message of an end has its code as tag.
struct Ranks::Link {
  struct Outgoing {
    MPI_Request request = MPI_REQUEST_NULL;
    std::string bytes;
  };

  MPI_Comm work = copy_of_world(), messages = copy_of_world(), ends = copy_of_world();
  std::map<RankGroup, MPI_Comm> groups;
  std::list<Outgoing> outgoing;
  bool has_heard_of_end = false;

  MPI_Comm among(RankGroup group, std::size_t of) {
    if (group.count == of) return work;
    auto const [known, is_new] = groups.emplace(group, MPI_COMM_NULL);
    if (!is_new) return known->second;
    MPI_Group all = MPI_GROUP_NULL, some = MPI_GROUP_NULL;
    MPI_Comm_group(work, &all);
    auto const first = static_cast<int>(group.first), last = first + static_cast<int>(group.count);
    int range[1][3] = {{first, last - 1, 1}};
    MPI_Group_range_incl(all, 1, range, &some);
    MPI_Comm_create_group(work, some, first, &known->second);
    MPI_Group_free(&some);
    MPI_Group_free(&all);
    return known->second;
  }

  void send(std::string bytes, int to, int tag, MPI_Comm where) {
    outgoing.remove_if([](Outgoing& sent) {
      int is_there = 0;
      MPI_Test(&sent.request, &is_there, MPI_STATUS_IGNORE);
      return is_there != 0;
    });
    auto& next = outgoing.emplace_back();
    next.bytes = std::move(bytes);
    MPI_Isend(next.bytes.data(), static_cast<int>(next.bytes.size()), MPI_BYTE, to, tag, where,
              &next.request);
  }

  /// The end of another rank, if one has been told: its code and what is to be said.
  std::optional<Ending> end_of_another() {
    int is_there = 0;
    MPI_Status envelope;
    MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, ends, &is_there, &envelope);
    if (is_there == 0) return std::nullopt;
    has_heard_of_end = true;
    return Ending{envelope.MPI_TAG, received(ends, envelope)};
  }

  void wait(MPI_Request request) {
    for (int looks = 0;; ++looks) {
      int is_done = 0;
      MPI_Test(&request, &is_done, MPI_STATUS_IGNORE);
      if (is_done != 0) return;
      if (auto const other = end_of_another()) throw OtherRankEnded(other->code, other->said);
      pause(looks);
    }
  }
};

Ranks::Ranks() = default;

Ranks::Ranks(int& argc, char**& argv) {
  int provided = MPI_THREAD_SINGLE;
  MPI_Init_thread(&argc, &argv, MPI_THREAD_FUNNELED, &provided);
  number_ = static_cast<std::size_t>(whole(MPI_COMM_WORLD, MPI_Comm_rank));
  of_ = static_cast<std::size_t>(whole(MPI_COMM_WORLD, MPI_Comm_size));
  here_ = static_cast<std::size_t>(ranks_here());
  started_ = of_;
  link_ = std::make_unique<Link>();
}

/// What was begun and is waited for by nobody goes with the process.
Ranks::~Ranks() {
  if (link_) MPI_Finalize();
}

void Ranks::sum_over(RankGroup group, std::span<std::int64_t> values) {
  auto const among = link_->among(group, of_);
  for (std::size_t from = 0; from < values.size(); from += most_at_a_time) {
    auto const part = values.subspan(from, std::min(most_at_a_time, values.size() - from));
    MPI_Request request = MPI_REQUEST_NULL;
    MPI_Iallreduce(MPI_IN_PLACE, part.data(), static_cast<int>(part.size()), MPI_INT64_T, MPI_SUM,
                   among, &request);
    link_->wait(request);
  }
}

void Ranks::share_with_all(std::string& bytes) {
  auto size = static_cast<std::int64_t>(is_first() ? bytes.size() : 0);
  sum_over(all(), {&size, 1});
  bytes.resize(static_cast<std::size_t>(size));
  for (std::size_t from = 0; from < bytes.size(); from += most_at_a_time) {
    auto const part = std::min(most_at_a_time, bytes.size() - from);
    MPI_Request request = MPI_REQUEST_NULL;
    MPI_Ibcast(bytes.data() + from, static_cast<int>(part), MPI_BYTE, 0, link_->work, &request);
    link_->wait(request);
  }
}

void Ranks::send_to_first(std::string bytes) {
  expects(bytes.size() <= most_at_a_time, "a message has its size in an int");
  link_->send(std::move(bytes), 0, 0, link_->messages);
}

std::optional<std::string> Ranks::receive() {
  if (!link_) return std::nullopt;
  int is_there = 0;
  MPI_Status envelope;
  MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, link_->messages, &is_there, &envelope);
  if (is_there == 0) return std::nullopt;
  return received(link_->messages, envelope);
}

std::string Ranks::wait_for_message() {
  for (int looks = 0;; ++looks) {
    if (auto bytes = receive()) return std::move(*bytes);
    look_for_end();
    pause(looks);
  }
}

void Ranks::look_for_end() {
  if (!link_) return;
  if (auto const other = link_->end_of_another()) throw OtherRankEnded(other->code, other->said);
}

Ranks::Ending Ranks::end(int code, std::string const& said,
                         std::function<void(std::string const&)> const& last_words) {
  Ending ending{code, {}};
  if (of_ == 1) return ending;
  if (is_error(code) && !link_->has_heard_of_end) {
    for (std::size_t rank = 0; rank < of_; ++rank)
      if (rank != number_) link_->send(said, static_cast<int>(rank), code, link_->ends);
  }
  auto const began = Clock::now();
  MPI_Request request = MPI_REQUEST_NULL;
  MPI_Ibarrier(link_->ends, &request);
  for (int looks = 0, are_there = 0; are_there == 0; ++looks) {
    MPI_Test(&request, &are_there, MPI_STATUS_IGNORE);
    while (auto other = link_->end_of_another())
      if (!is_error(ending.code)) ending = std::move(*other);
    if (is_error(ending.code) && Clock::now() - began > patience) {
      if (!is_first()) last_words(said);
      MPI_Abort(MPI_COMM_WORLD, ending.code);
    }
    pause(looks);
  }
  return ending;
}

}  // namespace graduasi
