// Every bound that an input meets, in one place. What is larger is refused with a message.
#pragma once

#include <cstddef>
#include <cstdint>

namespace concord {

inline constexpr std::size_t kReportBytesMax = 16u << 20;  // one report as it comes in
inline constexpr std::size_t kLineBytesMax = 1u << 20;     // one line (paragraph) of an article
inline constexpr std::size_t kSentenceTokensMax = 400;     // longer ones are cut, nothing is lost
inline constexpr std::size_t kNameDocumentWordsMax = 20'000;  // names look back no further
inline constexpr std::size_t kClaimsPerReportMax = 5000;
inline constexpr std::size_t kHtmlDepthMax = 512;        // elements within each other, as browsers
inline constexpr std::size_t kHtmlNodesMax = 1'000'000;  // tags and texts of one page
inline constexpr std::size_t kHtmlNamesMax = 5'000;     // different names of tags, or of attributes
inline constexpr std::size_t kHtmlAttributesMax = 256;  // of one element; the rest is dropped
inline constexpr std::size_t kHtmlAttributeBytesMax = 1u << 20;  // of one value; longer reads as ""
inline constexpr std::size_t kPathsMax = 10'000'000;             // files of one run
inline constexpr std::size_t kFolderDepthMax = 64;               // folders within folders
inline constexpr std::size_t kRecordBytesMax = 16u << 20;        // block of one archive record
inline constexpr std::size_t kRecordHeadBytesMax = 64u << 10;    // its WARC or HTTP header lines
inline constexpr std::size_t kMemberBytesMax = 2u
                                               << 20;  // unpacked at once; larger ones in a stream
// One compressed member that gives more than this, and more than so many times what went in, is a
// bomb: it is passed over and reported.
inline constexpr std::size_t kBombBytes = 64u << 20;
inline constexpr std::size_t kBombRatio = 250;
inline constexpr std::size_t kCodingsMax = 4;  // compressions of one payload in each other
inline constexpr std::size_t kFeedBytesMax = 64u
                                             << 20;  // a feed or news file that is no JSON Lines
inline constexpr std::size_t kEntriesMax = 100'000;  // of one feed

}  // namespace concord
