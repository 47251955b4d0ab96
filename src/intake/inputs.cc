#include "intake/inputs.h"

#include <algorithm>
#include <filesystem>

#include "base/digest.h"
#include "intake/cutter.h"
#include "intake/paths.h"

namespace concord {
namespace {

constexpr std::size_t kIdentityBytes = 64u << 10;

// "page.TXT.gz" -> "txt": the ending before that of compression, in lower case.
bool is_text_file(const std::string& path) {
  std::filesystem::path name(path);
  for (const char* packed : {".gz", ".zst", ".lz4"}) {
    if (name.extension() == packed) name = name.stem();
  }
  std::string ending = name.extension().string();
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return ending == ".txt" || ending == ".text";
}

Result<std::string> identity_of(ByteSource& source) {
  std::string bytes(kIdentityBytes, '\0');
  std::size_t size = 0;
  while (size < bytes.size()) {
    CONCORD_TRY(const std::size_t got, source.read(bytes.data() + size, bytes.size() - size));
    if (got == 0) break;
    size += got;
  }
  bytes.resize(size);
  bytes += " of " + std::to_string(source.size());
  return source.seek(0) ? sha256(bytes) : std::string();
}

}  // namespace

struct Inputs::Impl {
  std::vector<Result<InputPath>> paths;
  std::size_t at = 0;
  std::unique_ptr<Unpacker> bytes;
  std::unique_ptr<Cutter> cutter;
  std::string path, identity;  // of the file under way
  std::uint64_t records = 0;
  std::uint64_t pass_over = 0;  // records that an earlier run dealt with
  std::uint64_t bytes_before = 0;

  std::optional<Item> open(const InputPath& input, const Inputs& inputs);
  std::optional<Item> choose(const InputPath& input, std::string_view start);
  void take_up(const Resume& left);
  std::optional<Item> next_of_file();
  std::optional<Item> next(const Inputs& inputs);
  void close();
};

Inputs::Inputs(std::vector<std::string> paths) : impl_(std::make_unique<Impl>()) {
  impl_->paths = list_paths(paths);
}
Inputs::~Inputs() = default;

std::size_t Inputs::files() const { return impl_->paths.size(); }

std::uint64_t Inputs::bytes_all() const {
  std::uint64_t all = 0;
  for (const auto& path : impl_->paths) {
    std::error_code failed;
    const auto size = path ? std::filesystem::file_size(path->path, failed) : 0;
    if (path && !failed) all += size;
  }
  return all;
}
// The cutter of the file's format, or the item that says why there is none.
std::optional<Item> Inputs::Impl::choose(const InputPath& input, std::string_view start) {
  const std::string& name = input.path;
  const Format format = format_of(start);
  const auto refuse = [&](const std::string& what) {
    // In a folder, what is no news is no loss.
    const Fate fate = input.listed ? Fate::skipped : Fate::refused;
    return no_report(name, {name, 0, 0, ""}, fate, "no news format", what);
  };
  switch (format) {
    case Format::warc:
      cutter = make_warc_cutter(*bytes, name);
      break;
    case Format::jsonl:
      cutter = make_lines_cutter(*bytes, name);
      break;
    case Format::json:
    case Format::feed:
    case Format::newsml:
      cutter = make_pieces_cutter(*bytes, name, format);
      break;
    case Format::html:
      cutter = make_whole_cutter(*bytes, name, format);
      break;
    case Format::text:
      if (input.listed && !is_text_file(name)) {
        return refuse("text in a folder is read from *.txt only: name the file itself");
      }
      cutter = make_whole_cutter(*bytes, name, format);
      break;
    case Format::other_xml:
      return refuse("XML of a kind that is not read (<" + root_element(start) +
                    ">): RSS, Atom and NewsML-G2 are");
    case Format::arc:
      return refuse("an ARC archive, as there were before WARC: convert it (warcio recompress)");
    case Format::binary:
      return refuse(binary_kind(start) + ": give the article as text or as a page");
  }
  return std::nullopt;
}

void Inputs::Impl::take_up(const Resume& left) {
  records = left.records;
  if (left.whole) {
    cutter.reset();
  } else if (left.next == 0 || !bytes->seek(left.next)) {
    pass_over = left.records;
    records = 0;
  }
}

std::optional<Item> Inputs::Impl::open(const InputPath& input, const Inputs& inputs) {
  path = input.path;
  identity.clear();
  records = pass_over = 0;
  const auto refuse = [&](const Error& error) {
    Item item = no_report(path, {path, 0, 0, ""}, Fate::refused, "unreadable", "");
    item.message = error.message;
    return item;
  };
  auto source = open_file(path);
  if (!source) return refuse(source.error());
  if (inputs.resume && (*source)->size() > 0) {
    auto known = identity_of(**source);
    if (!known) return refuse(known.error());
    identity = *std::move(known);
  }
  bytes = std::make_unique<Unpacker>(*std::move(source));
  const bool some = bytes->need(1);
  bytes->need(kFormatBytes);
  if (!some && bytes->error()) return refuse(*bytes->error());
  if (!some && bytes->first_break() == nullptr) {
    return no_report(path, {path, 0, 0, ""}, Fate::refused, "empty",
                     "empty: nothing to read; fetch the page again");
  }
  const std::string_view start = bytes->window().substr(0, kFormatBytes);
  if (auto refused = choose(input, start)) return refused;
  const Format format = format_of(start);
  if (format == Format::text || format == Format::html) identity.clear();
  if (!identity.empty()) take_up(inputs.resume(path, identity));
  return std::nullopt;
}

void Inputs::Impl::close() {
  bytes_before += bytes ? bytes->file_bytes() : 0;
  cutter.reset();
  bytes.reset();
}

std::optional<Item> Inputs::Impl::next_of_file() {
  while (auto item = cutter->next()) {
    ++records;
    if (pass_over > 0) {
      --pass_over;
      continue;
    }
    item->identity = identity;
    item->records = records;
    if (item->position.packing.empty()) item->next = item->position.offset + item->position.length;
    return item;
  }
  cutter.reset();
  if (bytes->error()) {
    Item item = no_report(path, {path, 0, 0, ""}, Fate::refused, "unreadable", "");
    item.message = bytes->error()->message;
    return item;
  }
  if (identity.empty()) return std::nullopt;
  Item mark;
  mark.end = true;
  mark.position.file = path;
  mark.identity = identity;
  mark.records = records;
  return mark;
}

std::optional<Item> Inputs::Impl::next(const Inputs& inputs) {
  while (true) {
    if (cutter) {
      if (auto item = next_of_file()) return item;
    }
    close();
    if (at == paths.size()) return std::nullopt;
    const auto& input = paths[at++];
    if (!input) {
      Item item;
      item.fate = Fate::refused;
      item.reason = "unreadable";
      item.message = input.error().message;
      return item;
    }
    if (auto item = open(*input, inputs)) return item;
  }
}

std::optional<Item> Inputs::next() {
  auto item = impl_->next(*this);
  if (item)
    item->bytes_done = impl_->bytes_before + (impl_->bytes ? impl_->bytes->file_bytes() : 0);
  return item;
}

}  // namespace concord
