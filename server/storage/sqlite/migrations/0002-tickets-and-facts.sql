-- 0002 tickets and facts. Facts are the append-only, hash-chained log of what happened; tickets, legs and counters are
-- where that has led. Both are written in one transaction. The constraints hold what must never happen whatever the
-- code does: a number given twice, two tickets at one counter, a fact edited.

CREATE TABLE fact (
  office_id TEXT NOT NULL REFERENCES office (id),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  type TEXT NOT NULL CHECK (type <> ''),
  at INTEGER NOT NULL,
  done_by TEXT NOT NULL CHECK (done_by <> ''),
  -- Payload and salt go together: a payload deleted by law leaves its hash, and the chain still verifies.
  payload TEXT CHECK (json_type(payload) = 'object'),
  salt TEXT,
  payload_hash TEXT NOT NULL CHECK (length(payload_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (office_id, rev),
  CHECK ((payload IS NULL) = (salt IS NULL))
) STRICT;

CREATE INDEX fact_calls ON fact (office_id, at, rev) WHERE type = 'ticket:called';

-- Also stops INSERT OR REPLACE, which deletes without asking delete triggers.
CREATE TRIGGER fact_follows_fact BEFORE INSERT ON fact
WHEN NEW.rev <> 1 + coalesce((SELECT max(rev) FROM fact WHERE office_id = NEW.office_id), 0)
BEGIN
  SELECT RAISE(ABORT, 'a fact follows the one before it, without a gap');
END;

CREATE TRIGGER fact_is_never_changed BEFORE UPDATE ON fact
WHEN NOT (
  NEW.payload IS NULL AND NEW.salt IS NULL AND NEW.office_id = OLD.office_id AND NEW.rev = OLD.rev AND NEW.type = OLD.type
  AND NEW.at = OLD.at AND NEW.done_by = OLD.done_by AND NEW.payload_hash = OLD.payload_hash AND NEW.hash = OLD.hash
)
BEGIN
  SELECT RAISE(ABORT, 'a fact is never changed; only its payload may be deleted');
END;

CREATE TRIGGER fact_is_never_deleted BEFORE DELETE ON fact
BEGIN
  SELECT RAISE(ABORT, 'a fact is never deleted');
END;

CREATE TABLE ticket (
  office_id TEXT NOT NULL REFERENCES office (id),
  id TEXT NOT NULL CHECK (id <> ''),
  number TEXT NOT NULL CHECK (length(number) >= 4),
  service_date TEXT NOT NULL CHECK (service_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  issued_at INTEGER NOT NULL,
  issued_rev INTEGER NOT NULL,
  issued_by TEXT NOT NULL,
  -- The field that gave the number; a transfer changes the field of the leg, never this.
  issued_field TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  procedure_id TEXT,
  procedure_version INTEGER,
  purpose TEXT NOT NULL CHECK (purpose IN ('submit', 'collect', 'supplement', 'ask')),
  priority INTEGER NOT NULL CHECK (priority IN (0, 1)),
  dossiers INTEGER NOT NULL CHECK (dossiers >= 1),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'held', 'missed', 'done', 'cancelled', 'expired')),
  leg INTEGER NOT NULL CHECK (leg >= 1),
  counter INTEGER,
  PRIMARY KEY (office_id, id),
  UNIQUE (office_id, service_date, number),
  UNIQUE (office_id, service_date, issued_field, sequence),
  FOREIGN KEY (office_id, issued_rev) REFERENCES fact (office_id, rev),
  FOREIGN KEY (office_id, issued_field) REFERENCES field (office_id, id),
  FOREIGN KEY (office_id, procedure_id, procedure_version) REFERENCES procedure_version (office_id, procedure_id, version),
  FOREIGN KEY (office_id, counter) REFERENCES counter (office_id, number),
  CHECK ((procedure_id IS NULL) = (procedure_version IS NULL)),
  CHECK (counter IS NOT NULL OR state NOT IN ('called', 'serving'))
) STRICT;

CREATE UNIQUE INDEX ticket_at_counter ON ticket (office_id, counter) WHERE state IN ('called', 'serving');
CREATE INDEX ticket_open ON ticket (office_id, issued_rev) WHERE state IN ('waiting', 'called', 'serving', 'held', 'missed');

-- One stretch of waiting and service in one field.
CREATE TABLE leg (
  office_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  leg INTEGER NOT NULL CHECK (leg >= 1),
  field_id TEXT NOT NULL,
  field_version INTEGER NOT NULL,
  waiting_since INTEGER NOT NULL,
  counter INTEGER,
  -- Who is credited: the caller, then whoever finishes.
  officer_id TEXT,
  officer_version INTEGER,
  called_at INTEGER,
  started_at INTEGER,
  ended_at INTEGER,
  recalls INTEGER NOT NULL CHECK (recalls >= 0),
  call TEXT CHECK (json_type(call) = 'object'),
  outcome TEXT,
  PRIMARY KEY (office_id, ticket_id, leg),
  FOREIGN KEY (office_id, ticket_id) REFERENCES ticket (office_id, id),
  FOREIGN KEY (office_id, field_id, field_version) REFERENCES field_version (office_id, field_id, version),
  FOREIGN KEY (office_id, counter) REFERENCES counter (office_id, number),
  FOREIGN KEY (office_id, officer_id, officer_version) REFERENCES officer (office_id, id, version),
  CHECK ((officer_id IS NULL) = (officer_version IS NULL))
) STRICT;

-- Kept readable, not as a digest: a reprinted slip shows the same address.
CREATE TABLE ticket_token (
  office_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  token TEXT NOT NULL CHECK (length(token) >= 16),
  language TEXT NOT NULL,
  PRIMARY KEY (office_id, ticket_id),
  UNIQUE (office_id, token),
  FOREIGN KEY (office_id, ticket_id) REFERENCES ticket (office_id, id)
) STRICT, WITHOUT ROWID;

-- A count per day and class, never a person's reason.
CREATE TABLE priority_count (
  office_id TEXT NOT NULL,
  service_date TEXT NOT NULL CHECK (service_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  class TEXT NOT NULL,
  tickets INTEGER NOT NULL CHECK (tickets >= 1),
  PRIMARY KEY (office_id, service_date, class),
  FOREIGN KEY (office_id, class) REFERENCES priority_class (office_id, id)
) STRICT, WITHOUT ROWID;

-- The answer to a request that carried an Idempotency-Key, for 24 hours.
CREATE TABLE kept_answer (
  office_id TEXT NOT NULL REFERENCES office (id),
  principal TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (json_valid(answer)),
  at INTEGER NOT NULL,
  PRIMARY KEY (office_id, principal, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX kept_answer_age ON kept_answer (office_id, at);

CREATE TABLE print_job (
  -- Jobs leave a printer in the order in which they were asked for.
  place INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  office_id TEXT NOT NULL,
  id TEXT NOT NULL CHECK (id <> ''),
  printer TEXT NOT NULL CHECK (printer <> ''),
  ticket_id TEXT NOT NULL,
  number TEXT NOT NULL,
  service_date TEXT NOT NULL CHECK (service_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  slip TEXT NOT NULL CHECK (json_valid(slip)),
  at INTEGER NOT NULL,
  asked_by TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'printing', 'printed', 'unconfirmed', 'blocked', 'unknown', 'failed')),
  tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
  error TEXT,
  confirmed_by TEXT,
  UNIQUE (office_id, id),
  FOREIGN KEY (office_id, ticket_id) REFERENCES ticket (office_id, id)
) STRICT;

CREATE INDEX print_job_state ON print_job (office_id, printer, state, place);
