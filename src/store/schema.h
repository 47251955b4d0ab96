// The record file's tables. Rows are only ever added: triggers refuse every change, and a
// correction is a new row. Each row names its maker, the engine version and data that wrote it.
#pragma once

namespace concord {

inline constexpr int kSchemaVersion = 3;           // docs/record.md tells what each version changed
inline constexpr int kApplicationId = 0x434f4e43;  // "CONC"

inline constexpr const char* kTables = R"sql(
CREATE TABLE maker (              -- same version and data: same rows
  id INTEGER PRIMARY KEY,
  engine_version TEXT NOT NULL,
  data_fingerprint TEXT NOT NULL,
  UNIQUE (engine_version, data_fingerprint)
);
CREATE TABLE original (           -- the bytes of files that are one report, as they came, once each
  digest TEXT PRIMARY KEY,        -- SHA-256
  bytes BLOB NOT NULL,
  maker INTEGER NOT NULL REFERENCES maker(id)
);
CREATE TABLE sighting (           -- where a report's bytes were found, each place once
  digest TEXT NOT NULL,           -- SHA-256 of the bytes
  path TEXT NOT NULL,             -- what the report is called there: a path or a web address
  file TEXT NOT NULL,             -- the file, archive, feed or list that holds them
  first_byte INTEGER NOT NULL,    -- in that file, or
  packing TEXT NOT NULL,          -- in what it gives when unpacked by this ('gzip', 'zstd', 'lz4')
  length INTEGER NOT NULL,
  address TEXT NOT NULL,
  captured TEXT NOT NULL,         -- EDTF
  notes TEXT NOT NULL,            -- JSON: what is wrong with the bytes
  maker INTEGER NOT NULL REFERENCES maker(id),
  PRIMARY KEY (digest, path, file, first_byte)
);
CREATE TABLE reading (            -- one report read by one maker; the newest one counts
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL,
  maker INTEGER NOT NULL REFERENCES maker(id),
  report TEXT NOT NULL,           -- JSON: title, outlet, dates, blocks ...
  text TEXT,                      -- into which evidence points; NULL: the original itself
  UNIQUE (digest, maker)
);
CREATE TABLE intake (             -- how far an archive or list was taken, and what became of its records
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,             -- '' for the files that are one report, a run together
  identity TEXT NOT NULL,         -- SHA-256 over size and first bytes: another file has another
  records INTEGER NOT NULL,       -- dealt with, from the file's begin
  next INTEGER NOT NULL,          -- where in the file the next one begins; 0: not known
  whole INTEGER NOT NULL,         -- 1: its end was reached
  counts TEXT NOT NULL,           -- JSON: seen, read, skipped, refused, reasons
  maker INTEGER NOT NULL REFERENCES maker(id)
);
CREATE TABLE finding (            -- agreements, claims, quotes, events, relations, topics ...
  id INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES reading(id),
  noun TEXT NOT NULL,
  agreement_id TEXT NOT NULL,     -- whom it concerns, or ''
  cells TEXT NOT NULL,            -- JSON, the noun's own fields
  maker INTEGER NOT NULL REFERENCES maker(id)
);
CREATE TABLE evidence (           -- the words behind a finding, to the letter
  finding INTEGER NOT NULL REFERENCES finding(id),
  role TEXT NOT NULL,             -- 'support', or 'words' of a quotation
  section TEXT NOT NULL,          -- title, body
  begin_byte INTEGER NOT NULL,    -- in the report's text
  end_byte INTEGER NOT NULL,
  exact TEXT NOT NULL,
  maker INTEGER NOT NULL REFERENCES maker(id)
);
CREATE INDEX intake_file ON intake(identity, file, maker);
CREATE INDEX finding_reading ON finding(reading, agreement_id);
CREATE INDEX finding_agreement ON finding(agreement_id, noun, reading);
CREATE INDEX evidence_finding ON evidence(finding);
)sql";

// For people with an SQL shell: a table for each noun, its fields as columns.
inline constexpr const char* kViews = R"sql(
CREATE VIEW current_reading AS SELECT max(id) AS id, digest FROM reading GROUP BY digest;
CREATE VIEW report AS
  SELECT r.id AS reading, (SELECT min(path) FROM sighting s WHERE s.digest = r.digest) AS path,
    r.report ->> 'title' AS title, r.report ->> 'outlet' AS outlet,
    r.report ->> 'published' AS published, r.digest, m.engine_version, m.data_fingerprint
  FROM current_reading JOIN reading r USING (id) JOIN maker m ON m.id = r.maker;
CREATE VIEW cited AS
  SELECT f.*, p.path, p.outlet, p.published, p.engine_version, p.data_fingerprint,
    (SELECT group_concat(exact, ' / ') FROM evidence e
     WHERE e.finding = f.id AND e.role = 'support') AS evidence
  FROM finding f JOIN report p USING (reading);
CREATE VIEW claim AS
  SELECT id, agreement_id AS agreement, cells ->> 'party' AS party, cells ->> 'stage' AS stage,
    cells ->> 'polarity' AS polarity, cells ->> 'date' AS date, cells ->> '$.said_by.name' AS said_by,
    path, outlet, published, evidence, engine_version, data_fingerprint
  FROM cited WHERE noun = 'claim';
CREATE VIEW quote AS
  SELECT id, cells ->> '$.speaker.name' AS speaker,
    (SELECT exact FROM evidence e WHERE e.finding = cited.id AND e.role = 'words') AS words,
    path, outlet, published, evidence, engine_version, data_fingerprint
  FROM cited WHERE noun = 'quote';
CREATE VIEW event AS
  SELECT id, cells ->> 'kind' AS kind, agreement_id AS agreement, cells ->> 'place' AS place,
    cells ->> 'date' AS date, cells ->> 'planned' AS planned, cells ->> 'participants' AS participants,
    path, outlet, published, evidence, engine_version, data_fingerprint
  FROM cited WHERE noun = 'event';
CREATE VIEW relation AS
  SELECT id, cells ->> 'a' AS a, cells ->> 'b' AS b, cells ->> 'kind' AS kind,
    cells ->> 'since' AS since, path, outlet, published, evidence, engine_version, data_fingerprint
  FROM cited WHERE noun = 'relation';
)sql";

}  // namespace concord
