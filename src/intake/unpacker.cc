#include "intake/unpacker.h"

#include <algorithm>
#include <array>

#include "base/limits.h"

namespace concord {
namespace {

constexpr std::size_t kAhead = 256u << 10;  // input looked at when a member begins
constexpr std::size_t kStep = 128u << 10;   // unpacked in one step of a stream
constexpr std::size_t kKeep = 1u << 20;     // input of a member kept, to seek the next one in it
constexpr std::size_t kDictionaryMax = 1u << 20;
constexpr std::size_t kTrialIn = 4096;  // of a member that may be one
// A hostile file may be damaged members all over; looking at bytes again is paid from this budget.
constexpr std::uint64_t kRetriesFree = 64u << 20, kRetriesPerByte = 8;

}  // namespace

Unpacker::Unpacker(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {
  fill(kPackingMarkBytes);
  packing_ = packing_of(ahead());
  decoder_ = make_decoder(packing_);
}

bool Unpacker::seek(std::uint64_t file_offset) {
  if (!source_->seek(file_offset)) return false;
  in_.consume(in_.size());
  cursor_ = 0;
  in_offset_ = file_offset;
  out_.consume(out_.size());
  out_offset_ = packing_ == Packing::none ? file_offset : 0;
  members_.clear();
  breaks_.clear();
  in_member_ = source_ended_ = ended_ = false;
  return true;
}

bool Unpacker::fill(std::size_t wanted) {
  while (in_.size() - cursor_ < wanted && !source_ended_) {
    char* room = in_.room(kAhead);
    auto got = source_->read(room, kAhead);
    if (!got) error_ = got.error();
    if (!got || *got == 0) {
      source_ended_ = true;
    } else {
      in_.added(*got);
    }
  }
  return in_.size() - cursor_ >= wanted;
}

bool Unpacker::grow() {
  if (ended_) return false;
  const std::uint64_t before = end_offset();
  if (packing_ != Packing::none) {
    ended_ = !grow_packed();
  } else {
    fill(1);
    const std::string_view bytes = ahead().substr(0, kAhead);
    std::ranges::copy(bytes, out_.room(bytes.size()));
    out_.added(bytes.size());
    cursor_ += bytes.size();
    drop_input(cursor_);
    ended_ = bytes.empty();
  }
  return end_offset() > before;
}

void Unpacker::consume(std::size_t count) {
  out_.consume(count);
  out_offset_ += count;
  while (!members_.empty() && members_.front().at < out_offset_) members_.pop_front();
}

std::optional<std::uint64_t> Unpacker::member_after(std::uint64_t at) const {
  const auto found = std::ranges::upper_bound(members_, at, {}, &Member::at);
  if (found == members_.end()) return std::nullopt;
  return found->at;
}

std::optional<std::uint64_t> Unpacker::file_offset(std::uint64_t at) const {
  if (packing_ == Packing::none) return at;
  // Members that give nothing start where the next one does; the last of them is the one with
  // bytes.
  const auto found = std::ranges::upper_bound(members_, at, {}, &Member::at);
  if (found != members_.begin() && std::prev(found)->at == at) return std::prev(found)->file_at;
  if (ended_ && at == end_offset()) return in_offset_ + cursor_;
  return std::nullopt;
}

std::optional<std::uint64_t> Unpacker::file_end(std::uint64_t at) const {
  const auto found = std::ranges::lower_bound(members_, at, {}, &Member::at);
  if (packing_ == Packing::none || found == members_.end() || found->at != at) {
    return file_offset(at);
  }
  return found->file_at;
}

// One step on: the window grows, or a break is noted, or the next member begins. False at the end.
bool Unpacker::grow_packed() {
  const std::uint64_t before = end_offset();
  while (end_offset() == before) {
    if (!in_member_ && !begin_next()) return false;
    if (!in_member_) continue;
    const Decoder::Step step = decoder_->step(ahead(), out_.room(kStep), kStep);
    out_.added(step.made);
    cursor_ += step.used;
    const std::uint64_t used = in_offset_ + cursor_ - member_file_at_;
    const std::uint64_t made = end_offset() - member_at_;
    if (cursor_ > kKeep) drop_input(cursor_);
    if (step.state == Decoder::State::end) {
      in_member_ = false;
      drop_input(cursor_);
    } else if (step.state == Decoder::State::damaged) {
      damage(step.why);
    } else if (made > kBombBytes && made / kBombRatio > used) {
      damage("a decompression bomb (" + std::to_string(used) + " bytes unpack to more than " +
                 std::to_string(made >> 20) + " MiB)",
             true);
    } else if (step.made == 0 && !fill(ahead().size() + 1)) {
      // All input was there and nothing came of it. A stream that stopped short of the room it had
      // wants more than there is.
      if (step.used == 0) damage("the file ends inside a member");
    }
  }
  return true;
}

// The next member begins, or one was read whole; nothing of the kind: the end.
bool Unpacker::begin_next() {
  drop_input(cursor_);
  fill(kAhead);
  if (ahead().empty()) return false;
  return begin_member();
}

bool Unpacker::begin_member() {
  member_file_at_ = in_offset_;
  member_at_ = end_offset();
  if (packing_of(ahead()) != packing_) {
    // Archives are padded with zeros by some tools; a file that ends in them is whole.
    while (!ahead().empty() && ahead().front() == '\0') {
      cursor_ += std::min(ahead().find_first_not_of('\0'), ahead().size());
      drop_input(cursor_);
      fill(1);
    }
    if (ahead().empty()) return false;
    if (packing_of(ahead()) != packing_) {
      members_.push_back({member_at_, member_file_at_});
      damage("no member begins where one should");
    }
    return true;
  }
  if (packing_ == Packing::zstd && in_offset_ == 0 && take_dictionary()) return true;
  members_.push_back({member_at_, member_file_at_});
  if (packing_ == Packing::gzip && read_whole_member()) return true;
  decoder_->start();
  in_member_ = true;
  return true;
}

bool Unpacker::read_whole_member() {
  for (; room_ <= kMemberBytesMax; room_ *= 4) {
    std::size_t used = 0, made = 0;
    const auto outcome = gzip_.read(ahead(), out_.room(room_), room_, used, made);
    if (outcome == GzipMembers::Outcome::unsure) return false;
    if (outcome == GzipMembers::Outcome::no_room) continue;
    out_.added(made);
    cursor_ += used;
    drop_input(cursor_);
    return true;
  }
  room_ = kMemberBytesMax;
  return false;
}

// A .warc.zst may begin with a skippable frame that holds the dictionary of all others, itself
// compressed or not (iipc.github.io/warc-specifications, "WARC compression with zstd").
bool Unpacker::take_dictionary() {
  if (!ahead().starts_with("\x5D\x2A\x4D\x18") || !fill(8)) return false;
  std::uint32_t size = 0;
  for (int i = 3; i >= 0; --i) size = size << 8 | static_cast<unsigned char>(ahead()[4 + i]);
  if (size > kDictionaryMax || !fill(8 + std::size_t{size})) return false;
  std::string dictionary(ahead().substr(8, size));
  if (packing_of(dictionary) == Packing::zstd) {
    const auto decoder = make_decoder(Packing::zstd);
    std::string plain(kDictionaryMax, '\0');
    const Decoder::Step step = decoder->step(dictionary, plain.data(), plain.size());
    if (step.state != Decoder::State::end) return false;
    plain.resize(step.made);
    dictionary = std::move(plain);
  }
  if (!decoder_->use_dictionary(dictionary)) return false;
  cursor_ += 8 + std::size_t{size};
  drop_input(cursor_);
  return true;
}

void Unpacker::damage(const std::string& why, bool from_here) {
  Break broken{member_at_, end_offset(), member_file_at_, 0, why};
  in_member_ = false;
  find_member(from_here);
  broken.file_end = in_offset_ + cursor_;
  breaks_.push_back(std::move(broken));
}

// Moves the cursor to the next place at which a member seems to begin, or to the end. Sought from
// the damaged member's second byte on while there is budget for that, since damage near its end
// makes a decoder run on into the members that follow.
void Unpacker::find_member(bool from_here) {
  retried_ += cursor_;
  const std::uint64_t budget = kRetriesFree + kRetriesPerByte * file_bytes();
  if (retried_ <= budget && !from_here) cursor_ = in_offset_ > member_file_at_ ? 0 : 1;
  constexpr std::array<char, 4> kFirst = {'\0', '\x1F', '\x28', '\x04'};
  const char first = kFirst[static_cast<std::size_t>(packing_)];
  while (true) {
    if (!fill(kPackingMarkBytes)) break;
    const std::size_t found = ahead().find(first);
    cursor_ += std::min(found, ahead().size() - (kPackingMarkBytes - 1));
    if (found != std::string_view::npos && packing_of(ahead()) == packing_ && begins_soundly()) {
      drop_input(cursor_);
      return;
    }
    if (found != std::string_view::npos) ++cursor_;
    if (cursor_ > kKeep) drop_input(cursor_);
  }
  cursor_ += ahead().size();
  drop_input(cursor_);
}

bool Unpacker::begins_soundly() {
  retried_ += kTrialIn;
  if (retried_ > kRetriesFree + kRetriesPerByte * file_bytes()) return true;
  fill(kTrialIn);
  std::array<char, 64> start{};
  const std::size_t wanted = expected_.empty() ? 1 : expected_.size();
  decoder_->start();
  std::size_t made = 0;
  std::string_view in = ahead().substr(0, kTrialIn);
  while (made < wanted) {
    const Decoder::Step step = decoder_->step(in, start.data() + made, start.size() - made);
    made += step.made;
    in.remove_prefix(step.used);
    if (step.state != Decoder::State::more || (step.used == 0 && step.made == 0)) break;
  }
  return made >= wanted && std::string_view(start.data(), made).starts_with(expected_);
}

}  // namespace concord
