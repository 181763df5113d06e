// Who may talk to the server: the browser of the person who started it, and nobody else on the
// machine or in another tab.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace graduasi {

/// What is asked of a request before it is looked at any closer.
struct Asked {
  std::string_view method, path;
  std::string_view host, origin, site;    ///< headers Host, Origin and Sec-Fetch-Site, or empty
  std::string_view cookie, content_type;  ///< the same
  std::string_view token;                 ///< of the address, or empty
};

struct Refusal {
  int status;
  std::string why;
};

class Guard {
 public:
  explicit Guard(std::string token) : token_(std::move(token)) {}

  /// Known once the server listens.
  void set_port(int port) { port_ = port; }

  std::string address() const;
  /// The header Set-Cookie for who has opened the address.
  std::string cookie() const;
  /// Whether the request comes from the address with its token.
  bool opens(Asked const& asked) const;
  /// Why a request is not answered; nothing where it is.
  std::optional<Refusal> refusal(Asked const& asked) const;

 private:
  bool is_own_host(std::string_view host) const;
  bool knows_token(std::string_view cookies) const;
  std::string cookie_name() const;

  std::string token_;
  int port_ = 0;
};

/// 128 bits that nobody can guess, in hexadecimal digits.
/// @throws FileError when the system has none
std::string new_token();

}  // namespace graduasi
