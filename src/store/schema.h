// The record file's tables. Rows are only ever added.
#pragma once

namespace concord {

inline constexpr int kSchemaVersion = 1;
inline constexpr int kApplicationId = 0x434f4e43;  // "CONC"

inline constexpr const char* kSchema = R"sql(
CREATE TABLE original (           -- the bytes as they came, once each
  digest TEXT PRIMARY KEY,        -- SHA-256
  bytes BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE reading (            -- one report read by one version with one set of data
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL REFERENCES original(digest),
  engine_version TEXT NOT NULL,
  data_fingerprint TEXT NOT NULL,
  report TEXT NOT NULL,           -- JSON: title, outlet, dates, blocks ...
  UNIQUE (digest, engine_version, data_fingerprint)
);
CREATE TABLE finding (            -- agreements, claims, quotes, events, relations, topics ...
  id INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES reading(id),
  noun TEXT NOT NULL,
  agreement_id TEXT,              -- whom it concerns
  cells TEXT NOT NULL             -- JSON, the noun's own fields
);
CREATE TABLE evidence (           -- the words behind a finding
  finding INTEGER NOT NULL REFERENCES finding(id),
  section TEXT NOT NULL,
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  exact TEXT NOT NULL
);
CREATE INDEX finding_reading ON finding(reading);
CREATE INDEX finding_agreement ON finding(agreement_id, noun);
CREATE INDEX evidence_finding ON evidence(finding);
)sql";

}  // namespace concord
