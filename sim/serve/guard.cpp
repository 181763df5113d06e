#include "serve/guard.h"

#include "base/errors.h"
#include "base/text.h"

#include <fmt/core.h>

#include <sys/random.h>

#include <array>
#include <cstdint>

namespace graduasi {

namespace {

/// Takes as long wherever two words differ, so that time says nothing of a token.
bool same(std::string_view one, std::string_view other) {
  if (one.size() != other.size()) return false;
  unsigned differ = 0;
  for (std::size_t i = 0; i < one.size(); ++i)
    differ |= static_cast<unsigned>(static_cast<unsigned char>(one[i]) ^
                                    static_cast<unsigned char>(other[i]));
  return differ == 0;
}

}  // namespace

std::string Guard::address() const {
  return fmt::format("http://127.0.0.1:{}/?token={}", port_, token_);
}

/// Browsers do not tell ports apart in cookies: two servers have two names.
std::string Guard::cookie_name() const { return fmt::format("graduasi-{}", port_); }

std::string Guard::cookie() const {
  return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax", cookie_name(), token_);
}

bool Guard::is_own_host(std::string_view host) const {
  return host == fmt::format("127.0.0.1:{}", port_) || host == fmt::format("localhost:{}", port_);
}

bool Guard::knows_token(std::string_view cookies) const {
  auto const name = cookie_name();
  for (auto const cookie : split(cookies, ';')) {
    auto const one = trimmed(cookie);
    auto const equals = one.find('=');
    if (equals != std::string_view::npos && one.substr(0, equals) == name &&
        same(one.substr(equals + 1), token_))
      return true;
  }
  return false;
}

bool Guard::opens(Asked const& asked) const {
  return asked.method == "GET" && asked.path == "/" && same(asked.token, token_);
}

std::optional<Refusal> Guard::refusal(Asked const& asked) const {
  // A name of another machine that leads here would make the page of its owner one of ours.
  if (!is_own_host(asked.host)) return Refusal{403, "this server answers to its own address only"};
  if (!asked.origin.empty()) {
    bool const own = asked.origin.starts_with("http://") && is_own_host(asked.origin.substr(7));
    if (!own) return Refusal{403, "pages of others may not ask here"};
  }
  if (opens(asked)) return std::nullopt;
  bool const foreign = asked.site == "cross-site" || asked.site == "same-site";
  if (foreign && asked.method != "GET") return Refusal{403, "pages of others may not ask here"};
  if (!knows_token(asked.cookie))
    return Refusal{403, "open the address that graduasi serve has printed, with its token"};
  // What a form can send without asking is not of this type.
  if (asked.method == "POST" && !asked.content_type.starts_with("application/json"))
    return Refusal{415, "what is posted must be application/json"};
  return std::nullopt;
}

std::string new_token() {
  std::array<std::uint64_t, 2> bits{};
  if (getrandom(bits.data(), sizeof bits, 0) != static_cast<ssize_t>(sizeof bits))
    throw FileError("the system gives no random numbers for the token");
  return fmt::format("{:016x}{:016x}", bits[0], bits[1]);
}

}  // namespace graduasi
