// Every bound that an input meets, in one place. What is larger is refused with a message.
#pragma once

#include <cstddef>
#include <cstdint>

namespace concord {

inline constexpr std::size_t kReportBytesMax = 16u << 20;  // one report as it comes in
inline constexpr std::size_t kLineBytesMax = 1u << 20;     // one line (paragraph) of an article
inline constexpr std::size_t kSentenceTokensMax = 400;     // longer ones are cut, nothing is lost
inline constexpr std::size_t kClaimsPerReportMax = 5000;
inline constexpr std::size_t kHtmlDepthMax = 512;        // elements within each other, as browsers
inline constexpr std::size_t kHtmlNodesMax = 1'000'000;  // tags and texts of one page
inline constexpr std::size_t kHtmlNamesMax = 5'000;  // different names of tags, or of attributes
inline constexpr std::size_t kHtmlAttributesMax = 256;   // of one element; the rest is dropped
inline constexpr std::size_t kHtmlAttributeBytesMax = 1u << 20;  // of one value; longer reads as ""
inline constexpr std::size_t kPathsMax = 10'000'000;             // files of one run

}  // namespace concord
