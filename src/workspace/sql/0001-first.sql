-- The first form of a workspace.
--
-- Ids are opaque texts. Times are microseconds since 1970, UTC. "revision" counts the changes of one assessment; a row
-- carries the revision that wrote it last.

CREATE TABLE companies (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT,             -- as in the document saved last, for lists
  city TEXT,
  region TEXT,
  country TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE assessments (
  id TEXT NOT NULL PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
  body TEXT NOT NULL,    -- the document's JSON without its answers
  pack_id TEXT NOT NULL, -- head of the document, for lists
  stage TEXT,
  date TEXT,
  revision INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER     -- hidden since; NULL: not
) STRICT;

CREATE INDEX assessments_by_company ON assessments (company_id);

CREATE TABLE answers (
  assessment_id TEXT NOT NULL REFERENCES assessments (id) ON DELETE CASCADE,
  question TEXT NOT NULL,
  value TEXT,            -- JSON; NULL: the answer was taken back
  revision INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (assessment_id, question)
) STRICT, WITHOUT ROWID;

-- What the program computed, for lists. Only a cache: valid while revision is the assessment's.
CREATE TABLE summaries (
  assessment_id TEXT NOT NULL PRIMARY KEY REFERENCES assessments (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  overall INTEGER,       -- hundredths; NULL: incomplete
  band TEXT,
  completeness INTEGER NOT NULL,
  next_step TEXT,
  versions TEXT
) STRICT;

-- Packs, rules and catalogues of frozen results, each once.
CREATE TABLE blobs (
  sha256 TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,    -- "pack", "rules", "catalogue"
  content BLOB NOT NULL
) STRICT;

-- The result of a finished stage, which no newer rule changes.
CREATE TABLE results (
  assessment_id TEXT NOT NULL PRIMARY KEY REFERENCES assessments (id) ON DELETE CASCADE,
  result TEXT NOT NULL,  -- JSON
  pack TEXT NOT NULL REFERENCES blobs (sha256),
  rules TEXT NOT NULL REFERENCES blobs (sha256),
  catalogue TEXT NOT NULL REFERENCES blobs (sha256),
  frozen_at INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
