#include "lexicon/world.h"

#include "lexicon/rows.h"
#include "text/fold.h"

namespace concord {
namespace {

Result<std::vector<Row>> rows_of(const DataFiles& files, const std::string& name,
                                 const Columns& columns) {
  const auto file = files.find(name);
  if (file == files.end()) return Error{ErrorCode::not_found, "data/" + name + " is missing"};
  return read_tsv("data/" + name, file->second, columns);
}

}  // namespace

Result<World> load_world(const DataFiles& files) {
  World world;
  CONCORD_TRY(auto states,
              rows_of(files, "world/states.tsv",
                      {{"code", "name"}, {"names", "demonyms", "capitals", "regions"}}));
  for (const Row& row : states) {
    world.states.push_back({row.text("code"), row.text("name"), row.list("names"),
                            row.list("demonyms"), row.list("capitals"), row.list("regions")});
  }
  CONCORD_TRY(auto bodies, rows_of(files, "world/bodies.tsv",
                                   {{"id", "name"}, {"names", "demonyms", "capitals", "acceded"}}));
  for (const Row& row : bodies) {
    world.bodies.push_back({row.text("id"), row.text("name"), row.list("names"),
                            row.list("demonyms"), row.list("capitals"), row.flag("acceded")});
  }
  CONCORD_TRY(auto agreements, rows_of(files, "world/agreements.tsv", {{"name"}, {"names"}}));
  for (const Row& row : agreements) {
    world.agreements.push_back(
        {folded_name(row.text("name")), row.text("name"), row.list("names")});
  }
  return world;
}

}  // namespace concord
