// Reads every record of the archives named, with its body, and prints what that took, time and
// memory; beside other readers in one run by bench/peers/warc.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>

#include "intake/warc.h"

namespace {

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// The most memory the process held, in kB. Not getrusage: that counts the program that started it.
long peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::atol(line.c_str() + 6);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const double start = cpu_seconds();
    auto file = concord::open_file(argv[i]);
    if (!file) {
      std::fprintf(stderr, "%s\n", file.error().message.c_str());
      return 1;
    }
    concord::Unpacker bytes(*std::move(file));
    concord::WarcReader reader(bytes);
    concord::WarcRecord record;
    std::string body;
    unsigned long records = 0, read = 0;
    while (reader.next(record)) {
      body = record.block;
      ++records;
      read += body.size();
    }
    std::printf(
        "{\"reader\": \"concord\", \"records\": %lu, \"bytes\": %lu, \"cpu_s\": %.4f, "
        "\"peak_kb\": %ld}\n",
        records, read, cpu_seconds() - start, peak_memory());
  }
  return 0;
}
