-- 0003 ratings. A rating names no ticket, hour, field or place in a sequence: the rater's secrecy is a legal duty.
-- It lies under a random key in a table without row numbers, so that even the file keeps no order of arrival.
-- Field and purpose are counted apart, by month; comments lie apart from levels.

-- Lives until it is answered or its time is over, then is deleted, in the transaction that keeps the answer.
CREATE TABLE rating_question (
  office_id TEXT NOT NULL,
  token TEXT NOT NULL CHECK (length(token) >= 16),
  ticket_id TEXT NOT NULL,
  counter INTEGER NOT NULL,
  officer_id TEXT NOT NULL,
  officer_version INTEGER NOT NULL,
  field_id TEXT NOT NULL,
  purpose TEXT NOT NULL,
  service_date TEXT NOT NULL CHECK (service_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  solemn INTEGER NOT NULL CHECK (solemn IN (0, 1)),
  asked_at INTEGER NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (office_id, token),
  UNIQUE (office_id, ticket_id),
  FOREIGN KEY (office_id, ticket_id) REFERENCES ticket (office_id, id),
  FOREIGN KEY (office_id, counter) REFERENCES counter (office_id, number),
  FOREIGN KEY (office_id, officer_id, officer_version) REFERENCES officer (office_id, id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX rating_question_counter ON rating_question (office_id, counter, asked_at);
CREATE INDEX rating_question_until ON rating_question (office_id, until);

-- So that a second use is told apart from a token that never was. Forgotten on a day, not at an hour.
CREATE TABLE spent_token (
  office_id TEXT NOT NULL REFERENCES office (id),
  token_hash TEXT NOT NULL CHECK (length(token_hash) = 64),
  ended TEXT NOT NULL CHECK (ended IN ('used', 'expired')),
  forget_on TEXT NOT NULL CHECK (forget_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  PRIMARY KEY (office_id, token_hash)
) STRICT, WITHOUT ROWID;

CREATE INDEX spent_token_age ON spent_token (office_id, forget_on);

CREATE TABLE rating (
  office_id TEXT NOT NULL REFERENCES office (id),
  service_date TEXT NOT NULL CHECK (service_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  key TEXT NOT NULL CHECK (length(key) = 32),
  officer_id TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
  handling INTEGER CHECK (handling BETWEEN 1 AND 5),
  reasons TEXT NOT NULL CHECK (json_type(reasons) = 'array'),
  PRIMARY KEY (office_id, service_date, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE rating_comment (
  office_id TEXT NOT NULL REFERENCES office (id),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  key TEXT NOT NULL CHECK (length(key) = 32),
  text TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (office_id, month, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE rating_tally (
  office_id TEXT NOT NULL REFERENCES office (id),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  field_id TEXT NOT NULL,
  purpose TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
  ratings INTEGER NOT NULL CHECK (ratings >= 1),
  PRIMARY KEY (office_id, month, field_id, purpose, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE rating_outcome (
  office_id TEXT NOT NULL REFERENCES office (id),
  service_date TEXT NOT NULL CHECK (service_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  officer_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('rated', 'skipped', 'unanswered')),
  questions INTEGER NOT NULL CHECK (questions >= 1),
  PRIMARY KEY (office_id, service_date, officer_id, outcome)
) STRICT, WITHOUT ROWID;
