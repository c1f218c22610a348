-- 0001 offices. What an office has settled, and what its counters stand at. Every key begins with the office,
-- so that one database can hold a province. Texts are JSON keyed by language; Vietnamese is never missing.
-- Fields and procedures are versioned: a ticket keeps pointing to the words under which it was issued.

CREATE TABLE office (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL CHECK (coalesce(name ->> 'vi', '') <> ''),
  phone TEXT,
  time_zone TEXT NOT NULL CHECK (time_zone <> ''),
  hours TEXT NOT NULL CHECK (json_type(hours, '$.sessions') = 'array'),
  holidays TEXT NOT NULL CHECK (json_type(holidays) = 'array'),
  promise_minutes INTEGER NOT NULL CHECK (promise_minutes > 0),
  policy TEXT NOT NULL CHECK (coalesce(policy ->> 'kind', '') <> ''),
  recall_limit INTEGER NOT NULL CHECK (recall_limit >= 0),
  rating_minutes INTEGER NOT NULL CHECK (rating_minutes > 0),
  confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1)),
  -- Changes when the database is restored from a copy: revisions told before mean nothing then.
  epoch TEXT NOT NULL CHECK (epoch <> '')
) STRICT;

-- Apart from the office because every turn rewrites it: where the log of facts has got to.
CREATE TABLE standing (
  office_id TEXT NOT NULL PRIMARY KEY REFERENCES office (id),
  rev INTEGER NOT NULL DEFAULT 0 CHECK (rev >= 0),
  tip TEXT NOT NULL CHECK (length(tip) = 64),
  -- The latest moment this office is known to have lived through: machines without a clock battery wake up in the past.
  last_at INTEGER NOT NULL DEFAULT 0 CHECK (last_at >= 0),
  service_date TEXT NOT NULL DEFAULT '' CHECK (service_date = '' OR service_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TRIGGER standing_moves_forward BEFORE UPDATE OF rev ON standing WHEN NEW.rev < OLD.rev
BEGIN
  SELECT RAISE(ABORT, 'the log of an office never becomes shorter');
END;

CREATE TABLE field (
  office_id TEXT NOT NULL REFERENCES office (id),
  id TEXT NOT NULL CHECK (id <> ''),
  digit INTEGER NOT NULL CHECK (digit BETWEEN 1 AND 9),
  position INTEGER NOT NULL,
  removed_at INTEGER,
  PRIMARY KEY (office_id, id)
) STRICT, WITHOUT ROWID;

-- Two fields under one digit would give out the same numbers.
CREATE UNIQUE INDEX field_digit ON field (office_id, digit) WHERE removed_at IS NULL;

CREATE TABLE field_version (
  office_id TEXT NOT NULL,
  field_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  name TEXT NOT NULL CHECK (coalesce(name ->> 'vi', '') <> ''),
  kiosk_label TEXT NOT NULL CHECK (coalesce(kiosk_label ->> 'vi', '') <> ''),
  purpose TEXT NOT NULL CHECK (purpose IN ('submit', 'collect', 'supplement', 'ask')),
  windows TEXT CHECK (json_type(windows) = 'array'),
  PRIMARY KEY (office_id, field_id, version),
  FOREIGN KEY (office_id, field_id) REFERENCES field (office_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE procedure (
  office_id TEXT NOT NULL REFERENCES office (id),
  id TEXT NOT NULL CHECK (id <> ''),
  position INTEGER NOT NULL,
  removed_at INTEGER,
  PRIMARY KEY (office_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE procedure_version (
  office_id TEXT NOT NULL,
  procedure_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  field_id TEXT NOT NULL,
  name TEXT NOT NULL CHECK (coalesce(name ->> 'vi', '') <> ''),
  kiosk_label TEXT NOT NULL CHECK (coalesce(kiosk_label ->> 'vi', '') <> ''),
  purpose TEXT NOT NULL CHECK (purpose IN ('submit', 'collect', 'supplement', 'ask')),
  papers TEXT NOT NULL CHECK (json_type(papers) = 'array'),
  fee TEXT,
  result_time TEXT,
  mean_minutes REAL NOT NULL CHECK (mean_minutes > 0),
  solemn INTEGER NOT NULL CHECK (solemn IN (0, 1)),
  needs_review INTEGER NOT NULL CHECK (needs_review IN (0, 1)),
  PRIMARY KEY (office_id, procedure_id, version),
  FOREIGN KEY (office_id, procedure_id) REFERENCES procedure (office_id, id),
  FOREIGN KEY (office_id, field_id) REFERENCES field (office_id, id)
) STRICT, WITHOUT ROWID;

-- Whoever served or held a counter, as known on that day: a person, or a program with a key.
CREATE TABLE officer (
  office_id TEXT NOT NULL REFERENCES office (id),
  id TEXT NOT NULL CHECK (id <> ''),
  version INTEGER NOT NULL CHECK (version >= 1),
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (office_id, id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
  office_id TEXT NOT NULL REFERENCES office (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  state TEXT NOT NULL DEFAULT 'closed' CHECK (state IN ('closed', 'open', 'paused')),
  officer_id TEXT,
  officer_version INTEGER,
  holder TEXT,
  reason TEXT,
  since INTEGER NOT NULL DEFAULT 0,
  contested INTEGER NOT NULL DEFAULT 0 CHECK (contested >= 0),
  removed_at INTEGER,
  PRIMARY KEY (office_id, number),
  FOREIGN KEY (office_id, officer_id, officer_version) REFERENCES officer (office_id, id, version),
  CHECK ((officer_id IS NULL) = (officer_version IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE counter_duty (
  office_id TEXT NOT NULL,
  counter INTEGER NOT NULL,
  field_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('main', 'helper')),
  position INTEGER NOT NULL,
  PRIMARY KEY (office_id, counter, field_id),
  FOREIGN KEY (office_id, counter) REFERENCES counter (office_id, number),
  FOREIGN KEY (office_id, field_id) REFERENCES field (office_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE priority_class (
  office_id TEXT NOT NULL REFERENCES office (id),
  id TEXT NOT NULL CHECK (id <> ''),
  name TEXT NOT NULL CHECK (coalesce(name ->> 'vi', '') <> ''),
  position INTEGER NOT NULL,
  removed_at INTEGER,
  PRIMARY KEY (office_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE low_rating_reason (
  office_id TEXT NOT NULL REFERENCES office (id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (coalesce(text ->> 'vi', '') <> ''),
  removed_at INTEGER,
  PRIMARY KEY (office_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  office_id TEXT NOT NULL REFERENCES office (id),
  id TEXT NOT NULL CHECK (id <> ''),
  kind TEXT NOT NULL CHECK (kind <> ''),
  title TEXT NOT NULL,
  lines TEXT NOT NULL CHECK (json_type(lines) = 'array'),
  position INTEGER NOT NULL,
  removed_at INTEGER,
  PRIMARY KEY (office_id, id)
) STRICT, WITHOUT ROWID;

-- Written and emptied again to learn whether the disk still takes anything.
CREATE TABLE probe (
  filler BLOB NOT NULL
) STRICT;
