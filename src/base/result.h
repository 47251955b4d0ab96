// A value, or the reason why there is none.
//
// Expected failures (files, formats, the database, limits) are values here, never exceptions: in a
// stream of reports a failure is data that becomes a row ("refused, because, where") while the
// batch goes on. Member names are those of std::expected, so that it can take over one day.
//
//   Result<Report> report = read_file(path);
//   CONCORD_TRY(auto bytes, load(path));          // returns the Error to the caller
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <variant>

namespace concord {

enum class ErrorCode {
  invalid_input,   // the bytes are not what was asked for
  not_found,       // nothing of that name
  conflict,        // it is there already, and differs
  unavailable,     // the disk, the lock, the permission: may work another time
  limit_exceeded,  // larger than base/limits.h allows
  corrupt,         // a stored thing is not what was stored
  internal,        // our fault
};

// What went wrong, where (source, byte or line), and what to do. One sentence, no full stop.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;
  bool operator==(const Error&) const = default;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  using value_type = T;
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return held_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  T& operator*() & { return std::get<0>(held_); }
  const T& operator*() const& { return std::get<0>(held_); }
  T&& operator*() && { return std::get<0>(std::move(held_)); }
  T* operator->() { return &std::get<0>(held_); }
  const T* operator->() const { return &std::get<0>(held_); }
  const Error& error() const { return std::get<1>(held_); }

 private:
  std::variant<T, Error> held_;
};

// For work that has no value to give.
struct Done {
  bool operator==(const Done&) const = default;
};

[[noreturn]] inline void fail_check(const char* file, int line, const char* belief) {
  std::fprintf(stderr, "concord: a belief of the program does not hold (a bug): %s at %s:%d\n",
               belief, file, line);
  std::abort();
}

}  // namespace concord

#define CONCORD_JOIN_(a, b) a##b
#define CONCORD_JOIN(a, b) CONCORD_JOIN_(a, b)
#define CONCORD_TRY_(holder, declaration, expression) \
  auto holder = (expression);                         \
  if (!holder.has_value()) return holder.error();     \
  declaration = *std::move(holder)
// CONCORD_TRY(auto x, f()): x is the value, or the function returns f's Error.
#define CONCORD_TRY(declaration, expression) \
  CONCORD_TRY_(CONCORD_JOIN(concord_try_, __COUNTER__), declaration, expression)
// A bug, not an odd input: stays on in release builds.
#define CONCORD_CHECK(belief) \
  ((belief) ? void() : ::concord::fail_check(__FILE__, __LINE__, #belief))
