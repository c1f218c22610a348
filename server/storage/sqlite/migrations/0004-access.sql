-- 0004 people, keys, devices. Secrets are kept as digests only. People are versioned like fields; keys and devices
-- are removed by a date, so that the log can still say who did what.

CREATE TABLE person (
  office_id TEXT NOT NULL REFERENCES office (id),
  id TEXT NOT NULL CHECK (id <> ''),
  username TEXT NOT NULL CHECK (username <> ''),
  password_hash TEXT NOT NULL CHECK (password_hash <> ''),
  removed_at INTEGER,
  PRIMARY KEY (office_id, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX person_username ON person (office_id, username) WHERE removed_at IS NULL;

CREATE TABLE person_version (
  office_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  title TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('officer', 'guide', 'supervisor', 'observer', 'admin')),
  counter INTEGER,
  PRIMARY KEY (office_id, person_id, version),
  FOREIGN KEY (office_id, person_id) REFERENCES person (office_id, id),
  FOREIGN KEY (office_id, counter) REFERENCES counter (office_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  office_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE CHECK (token_hash <> ''),
  expires_at INTEGER NOT NULL,
  FOREIGN KEY (office_id, person_id) REFERENCES person (office_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_expiry ON session (office_id, expires_at);

CREATE TABLE api_key (
  office_id TEXT NOT NULL REFERENCES office (id),
  id TEXT NOT NULL CHECK (id <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL CHECK (role IN ('officer', 'guide', 'supervisor', 'observer', 'admin')),
  token_hash TEXT NOT NULL UNIQUE CHECK (token_hash <> ''),
  created_at INTEGER NOT NULL,
  removed_at INTEGER,
  PRIMARY KEY (office_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
  office_id TEXT NOT NULL REFERENCES office (id),
  id TEXT NOT NULL CHECK (id <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('kiosk', 'board', 'sign', 'rating')),
  name TEXT NOT NULL CHECK (name <> ''),
  counter INTEGER,
  token_hash TEXT UNIQUE,
  pairing_hash TEXT UNIQUE,
  pairing_expires_at INTEGER,
  last_seen_at INTEGER,
  removed_at INTEGER,
  PRIMARY KEY (office_id, id),
  FOREIGN KEY (office_id, counter) REFERENCES counter (office_id, number),
  CHECK ((pairing_hash IS NULL) = (pairing_expires_at IS NULL))
) STRICT, WITHOUT ROWID;
