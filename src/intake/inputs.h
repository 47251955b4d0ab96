// What the paths of a run hold, one report's bytes after the other: files, folders, archives,
// feeds, lists, standard input; compressed or not. In order, in fixed memory, by one thread.
//
//   Inputs inputs({"news.warc.gz", "pages/"});
//   while (auto item = inputs.next()) ...            // item->fate tells what is no report, and why
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "intake/item.h"

namespace concord {

// Where an archive or list was left by an earlier run.
struct Resume {
  std::uint64_t records = 0;
  std::uint64_t next = 0;
  bool whole = false;
};

class Inputs {
 public:
  // A folder gives its files, those of its folders too, sorted by path; hidden ones and symbolic
  // links to folders are passed over. In a folder, plain text is read only from *.txt.
  explicit Inputs(std::vector<std::string> paths);
  Inputs(const Inputs&) = delete;
  Inputs& operator=(const Inputs&) = delete;
  ~Inputs();

  // Nothing: the end. Whatever goes wrong is an item of its own, refused.
  std::optional<Item> next();

  std::size_t files() const;        // of all paths
  std::uint64_t bytes_all() const;  // of all files, as they lie on the disk; pipes count nothing

  // Asked when an archive or list is opened, with its path and identity; what was dealt with before
  // is passed over unseen. Where it is set, each list ends with an item that is a mark (Item::end).
  std::function<Resume(const std::string&, const std::string&)> resume;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace concord
