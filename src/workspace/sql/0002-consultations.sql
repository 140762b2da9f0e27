-- Consultations: what an adviser keeps of a company, finished stages that nobody changes, evidence by its hash, and
-- what was removed for good.

-- Of the document saved last, for lists and searching. "search" is NULL where the program has still to derive them.
ALTER TABLE companies ADD COLUMN legal_name TEXT;
ALTER TABLE companies ADD COLUMN sectors TEXT;         -- ids, main ones first, parted by a space
ALTER TABLE companies ADD COLUMN staff REAL;           -- of the newest accounts
ALTER TABLE companies ADD COLUMN search TEXT;          -- " word word": folded words of all that is searched
-- The adviser's own.
ALTER TABLE companies ADD COLUMN changed_at INTEGER;   -- of what follows; NULL: never
ALTER TABLE companies ADD COLUMN archived_at INTEGER;  -- NULL: not
ALTER TABLE companies ADD COLUMN retain_until TEXT;    -- day up to which the data may be kept; NULL: not said
ALTER TABLE companies ADD COLUMN deleted_at INTEGER;   -- hidden since; NULL: not

-- Each time a workspace is opened somebody asks for these, and mostly there are none.
CREATE INDEX companies_hidden ON companies (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX companies_to_complete ON companies (id) WHERE search IS NULL;

CREATE TABLE tags (
  company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (company_id, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE contacts (
  id TEXT NOT NULL PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
  name TEXT,
  role TEXT,
  email TEXT,
  phone TEXT,
  note TEXT,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX contacts_by_company ON contacts (company_id);

-- Past ones and planned ones: the day says which.
CREATE TABLE meetings (
  id TEXT NOT NULL PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
  held_on TEXT NOT NULL, -- day, YYYY-MM-DD
  held_at TEXT,          -- time of day, HH:MM
  place TEXT,
  participants TEXT,
  about TEXT,
  outcome TEXT,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX meetings_by_company ON meetings (company_id, held_on);

CREATE TABLE notes (
  id TEXT NOT NULL PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
  written_on TEXT,
  author TEXT,           -- as typed
  text TEXT,
  in_report INTEGER NOT NULL, -- 0 or 1
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX notes_by_company ON notes (company_id);

ALTER TABLE assessments ADD COLUMN frozen_at INTEGER;  -- finished since; NULL: open
-- Members of the document that stay open when it is finished, JSON; apart from the body, so that the body may be guarded.
-- NULL: not there, or still in a body that was written by the first form.
ALTER TABLE assessments ADD COLUMN portal TEXT;
ALTER TABLE assessments ADD COLUMN delivered TEXT;
ALTER TABLE assessments ADD COLUMN amends TEXT;        -- the finished one that this one corrects

-- Lists read only this index: the body stands in the middle of a row, and its pages need not be touched.
CREATE INDEX assessments_heads ON assessments
  (company_id, stage, date, pack_id, revision, changed_at, deleted_at, frozen_at, amends, id);
DROP INDEX assessments_by_company;
CREATE INDEX assessments_hidden ON assessments (deleted_at) WHERE deleted_at IS NOT NULL;

-- One look-up instead of two for each line of a list; and what the portfolio shows.
CREATE TABLE new_summaries (
  assessment_id TEXT NOT NULL PRIMARY KEY REFERENCES assessments (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  overall INTEGER,       -- hundredths; NULL: incomplete
  band TEXT,
  completeness INTEGER NOT NULL,
  next_step TEXT,
  versions TEXT,
  size TEXT,             -- id of the size class
  d1 INTEGER,            -- scores of the dimensions in the pack's order, hundredths; NULL: open
  d2 INTEGER,
  d3 INTEGER,
  d4 INTEGER,
  d5 INTEGER,
  d6 INTEGER,
  d7 INTEGER,
  d8 INTEGER
) STRICT, WITHOUT ROWID;

INSERT INTO new_summaries (assessment_id, revision, overall, band, completeness, next_step, versions)
  SELECT assessment_id, revision, overall, band, completeness, next_step, versions FROM summaries;
DROP TABLE summaries;
ALTER TABLE new_summaries RENAME TO summaries;

-- A result has as many parts as it was made of. No release has written the old form of this table.
DROP TABLE results;
CREATE TABLE results (
  assessment_id TEXT NOT NULL PRIMARY KEY REFERENCES assessments (id) ON DELETE CASCADE,
  document TEXT NOT NULL, -- the whole document as it was, JSON
  result TEXT NOT NULL,   -- what was computed of it, JSON
  versions TEXT,          -- in the caller's own form, as in summaries
  frozen_at INTEGER NOT NULL
) STRICT;

CREATE TABLE result_parts (
  assessment_id TEXT NOT NULL REFERENCES results (assessment_id) ON DELETE CASCADE,
  part TEXT NOT NULL,     -- "pack", "rules/matching", "catalogue/hubs": the caller's own words
  sha256 TEXT NOT NULL REFERENCES blobs (sha256),
  PRIMARY KEY (assessment_id, part)
) STRICT, WITHOUT ROWID;

CREATE INDEX result_parts_by_blob ON result_parts (sha256);

-- Which evidence files the documents name. The files lie in a folder beside the workspace.
CREATE TABLE evidence (
  assessment_id TEXT NOT NULL REFERENCES assessments (id) ON DELETE CASCADE,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (assessment_id, sha256)
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_by_file ON evidence (sha256);

-- What was removed for good, so that no backup brings it back: hashes of ids, which say nothing of anybody.
CREATE TABLE removed (
  id_sha256 TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,          -- "company", "assessment"
  removed_at INTEGER NOT NULL,
  cleaned_at INTEGER           -- gone from backups and free pages since; NULL: not yet
) STRICT, WITHOUT ROWID;

-- A finished stage stays as it is, whoever writes. Only what happens to it afterwards may change: its entry in the
-- Commission's portal, the services delivered, its place among the companies, and whether it is hidden.
CREATE TRIGGER assessments_stay_frozen BEFORE UPDATE ON assessments
WHEN OLD.frozen_at IS NOT NULL AND (
  NEW.frozen_at IS NOT OLD.frozen_at OR NEW.id IS NOT OLD.id OR NEW.stage IS NOT OLD.stage
  OR NEW.date IS NOT OLD.date OR NEW.pack_id IS NOT OLD.pack_id OR NEW.amends IS NOT OLD.amends
  OR NEW.body IS NOT OLD.body)
BEGIN SELECT RAISE (ABORT, 'frozen'); END;

CREATE TRIGGER assessments_are_hidden_before_they_go BEFORE DELETE ON assessments
WHEN OLD.frozen_at IS NOT NULL AND OLD.deleted_at IS NULL
  AND EXISTS (SELECT 1 FROM companies WHERE id = OLD.company_id AND deleted_at IS NULL)
BEGIN SELECT RAISE (ABORT, 'frozen'); END;

CREATE TRIGGER answers_stay_frozen_1 BEFORE INSERT ON answers
WHEN EXISTS (SELECT 1 FROM results WHERE assessment_id = NEW.assessment_id)
BEGIN SELECT RAISE (ABORT, 'frozen'); END;

CREATE TRIGGER answers_stay_frozen_2 BEFORE UPDATE ON answers
WHEN EXISTS (SELECT 1 FROM results WHERE assessment_id IN (OLD.assessment_id, NEW.assessment_id))
BEGIN SELECT RAISE (ABORT, 'frozen'); END;

-- Together with its assessment an answer may go: the assessment is gone first.
CREATE TRIGGER answers_stay_frozen_3 BEFORE DELETE ON answers
WHEN EXISTS (SELECT 1 FROM results WHERE assessment_id = OLD.assessment_id)
  AND EXISTS (SELECT 1 FROM assessments WHERE id = OLD.assessment_id)
BEGIN SELECT RAISE (ABORT, 'frozen'); END;

CREATE TRIGGER summaries_stay_frozen_1 BEFORE INSERT ON summaries
WHEN EXISTS (SELECT 1 FROM results WHERE assessment_id = NEW.assessment_id)
BEGIN SELECT RAISE (ABORT, 'frozen'); END;

CREATE TRIGGER summaries_stay_frozen_2 BEFORE UPDATE ON summaries
WHEN EXISTS (SELECT 1 FROM results WHERE assessment_id = OLD.assessment_id)
BEGIN SELECT RAISE (ABORT, 'frozen'); END;

CREATE TRIGGER results_stay_1 BEFORE UPDATE ON results
BEGIN SELECT RAISE (ABORT, 'frozen'); END;

CREATE TRIGGER results_stay_2 BEFORE DELETE ON results
WHEN EXISTS (SELECT 1 FROM assessments WHERE id = OLD.assessment_id)
BEGIN SELECT RAISE (ABORT, 'frozen'); END;

CREATE TRIGGER result_parts_stay_1 BEFORE UPDATE ON result_parts
BEGIN SELECT RAISE (ABORT, 'frozen'); END;

CREATE TRIGGER result_parts_stay_2 BEFORE DELETE ON result_parts
WHEN EXISTS (SELECT 1 FROM results WHERE assessment_id = OLD.assessment_id)
BEGIN SELECT RAISE (ABORT, 'frozen'); END;

CREATE TRIGGER result_parts_stay_3 BEFORE INSERT ON result_parts
WHEN EXISTS (SELECT 1 FROM assessments WHERE id = NEW.assessment_id AND frozen_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'frozen'); END;

CREATE TRIGGER blobs_stay BEFORE UPDATE ON blobs
BEGIN SELECT RAISE (ABORT, 'frozen'); END;
