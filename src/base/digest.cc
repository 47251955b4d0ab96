#include "base/digest.h"

#include <openssl/evp.h>

#include <array>

#include "base/result.h"

namespace concord {

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> raw{};
  unsigned int size = 0;
  CONCORD_CHECK(EVP_Digest(bytes.data(), bytes.size(), raw.data(), &size, EVP_sha256(), nullptr) ==
                1);
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(size * 2);
  for (unsigned int i = 0; i < size; ++i) {
    hex.push_back(kDigits[raw[i] >> 4]);
    hex.push_back(kDigits[raw[i] & 15]);
  }
  return hex;
}

}  // namespace concord
