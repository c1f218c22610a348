-- What the migrations produce, for reading. A test holds it equal: vitest run tests/storage -u

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

CREATE TABLE booking (
  office_id TEXT NOT NULL REFERENCES office (id),
  token TEXT NOT NULL CHECK (length(token) >= 16),
  code TEXT NOT NULL CHECK (length(code) >= 6),
  field_id TEXT NOT NULL,
  procedure_id TEXT,
  at INTEGER NOT NULL,
  service_date TEXT NOT NULL CHECK (service_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  language TEXT NOT NULL CHECK (language <> ''),
  state TEXT NOT NULL DEFAULT 'booked' CHECK (state IN ('booked', 'checked-in', 'cancelled', 'lapsed')),
  ticket_id TEXT,
  made_at INTEGER NOT NULL,
  PRIMARY KEY (office_id, token),
  UNIQUE (office_id, ticket_id),
  FOREIGN KEY (office_id, field_id) REFERENCES field (office_id, id),
  FOREIGN KEY (office_id, procedure_id) REFERENCES procedure (office_id, id),
  FOREIGN KEY (office_id, ticket_id) REFERENCES ticket (office_id, id),
  CHECK ((ticket_id IS NOT NULL) = (state = 'checked-in'))
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
  removed_at INTEGER, undoable TEXT CHECK (json_type(undoable) = 'array' AND json_array_length(undoable) > 0), panic TEXT CHECK (panic IS NULL OR (json_type(panic, '$.since') IS 'integer' AND json_type(panic, '$.by') IS 'text')), taken_from TEXT CHECK (taken_from IS NULL OR (json_type(taken_from, '$.holder') IS 'text' AND json_type(taken_from, '$.at') IS 'integer')),
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

CREATE TABLE field (
  office_id TEXT NOT NULL REFERENCES office (id),
  id TEXT NOT NULL CHECK (id <> ''),
  digit INTEGER NOT NULL CHECK (digit BETWEEN 1 AND 9),
  position INTEGER NOT NULL,
  removed_at INTEGER,
  PRIMARY KEY (office_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE field_version (
  office_id TEXT NOT NULL,
  field_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  name TEXT NOT NULL CHECK (coalesce(name ->> 'vi', '') <> ''),
  kiosk_label TEXT NOT NULL CHECK (coalesce(kiosk_label ->> 'vi', '') <> ''),
  purpose TEXT NOT NULL CHECK (purpose IN ('submit', 'collect', 'supplement', 'ask')),
  windows TEXT CHECK (json_type(windows) = 'array'), quota INTEGER CHECK (quota >= 1), asks_dossiers INTEGER NOT NULL DEFAULT 0 CHECK (asks_dossiers IN (0, 1)), notice TEXT
  CHECK (notice IS NULL OR (coalesce(notice ->> '$.from', '') <> '' AND coalesce(notice ->> '$.text.vi', '') <> '')),
  PRIMARY KEY (office_id, field_id, version),
  FOREIGN KEY (office_id, field_id) REFERENCES field (office_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE forecast (
  office_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  -- One call in ten is expected before, half, nine in ten.
  earliest INTEGER NOT NULL,
  likely INTEGER NOT NULL,
  latest INTEGER NOT NULL,
  -- Until when the office had promised to call it.
  promised_by INTEGER NOT NULL,
  PRIMARY KEY (office_id, ticket_id),
  FOREIGN KEY (office_id, ticket_id) REFERENCES ticket (office_id, id),
  CHECK (earliest <= likely AND likely <= latest),
  CHECK (promised_by >= made_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE given_elsewhere (
  office_id TEXT NOT NULL REFERENCES office (id),
  service_date TEXT NOT NULL CHECK (service_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  digit INTEGER NOT NULL CHECK (digit BETWEEN 1 AND 9),
  first INTEGER NOT NULL CHECK (first >= 1),
  last INTEGER NOT NULL CHECK (last >= first),
  -- When this was found out, on the machine's clock.
  noted_at INTEGER NOT NULL,
  PRIMARY KEY (office_id, service_date, digit, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_answer (
  office_id TEXT NOT NULL REFERENCES office (id),
  principal TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (json_valid(answer)),
  at INTEGER NOT NULL,
  PRIMARY KEY (office_id, principal, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "leg" (
  office_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  leg INTEGER NOT NULL CHECK (leg >= 1),
  field_id TEXT NOT NULL,
  field_version INTEGER NOT NULL,
  procedure_id TEXT,
  procedure_version INTEGER,
  waiting_since INTEGER NOT NULL,
  -- When the citizen was last here again, after having been sent away or missed.
  returned_at INTEGER,
  counter INTEGER,
  -- Who is credited: the caller, then whoever finishes.
  officer_id TEXT,
  officer_version INTEGER,
  called_at INTEGER,
  started_at INTEGER,
  -- Also when it was held or missed, while it is.
  ended_at INTEGER,
  recalls INTEGER NOT NULL CHECK (recalls >= 0),
  call TEXT CHECK (json_type(call) = 'object'),
  outcome TEXT, dossier_code TEXT CHECK (length(dossier_code) BETWEEN 1 AND 40 AND dossier_code NOT GLOB '*[^A-Za-z0-9./-]*'),
  PRIMARY KEY (office_id, ticket_id, leg),
  FOREIGN KEY (office_id, ticket_id) REFERENCES ticket (office_id, id),
  FOREIGN KEY (office_id, field_id, field_version) REFERENCES field_version (office_id, field_id, version),
  FOREIGN KEY (office_id, procedure_id, procedure_version) REFERENCES procedure_version (office_id, procedure_id, version),
  FOREIGN KEY (office_id, counter) REFERENCES counter (office_id, number),
  FOREIGN KEY (office_id, officer_id, officer_version) REFERENCES officer (office_id, id, version),
  CHECK ((procedure_id IS NULL) = (procedure_version IS NULL)),
  CHECK ((officer_id IS NULL) = (officer_version IS NULL)),
  CHECK (returned_at >= waiting_since)
) STRICT;

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

CREATE TABLE office (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL CHECK (coalesce(name ->> 'vi', '') <> ''),
  phone TEXT,
  time_zone TEXT NOT NULL CHECK (time_zone <> ''),
  hours TEXT NOT NULL CHECK (json_type(hours, '$.sessions') = 'array'),
  holidays TEXT NOT NULL CHECK (json_type(holidays) = 'array'),
  promise_minutes INTEGER NOT NULL CHECK (promise_minutes > 0),
  recall_limit INTEGER NOT NULL CHECK (recall_limit >= 0),
  rating_minutes INTEGER NOT NULL CHECK (rating_minutes > 0),
  confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1)),
  -- Changes when the database is restored from a copy: revisions told before mean nothing then.
  epoch TEXT NOT NULL CHECK (epoch <> '')
, rules TEXT NOT NULL
  DEFAULT '{"policy":{"kind":"ratio","priority":1,"ordinary":1},"reentry":{"kind":"end"},"holdMinutes":60,"undoSeconds":60}'
  CHECK (
    coalesce(rules ->> '$.policy.kind', '') IN ('strict', 'ratio', 'ageing') AND coalesce(rules ->> '$.reentry.kind', '') IN ('end', 'after')
    AND coalesce(rules ->> '$.holdMinutes', 0) > 0 AND coalesce(rules ->> '$.undoSeconds', -1) >= 0
  )) STRICT;

CREATE TABLE officer (
  office_id TEXT NOT NULL REFERENCES office (id),
  id TEXT NOT NULL CHECK (id <> ''),
  version INTEGER NOT NULL CHECK (version >= 1),
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (office_id, id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  office_id TEXT NOT NULL REFERENCES office (id),
  id TEXT NOT NULL CHECK (id <> ''),
  username TEXT NOT NULL CHECK (username <> ''),
  password_hash TEXT NOT NULL CHECK (password_hash <> ''),
  removed_at INTEGER, pin_hash TEXT CHECK (pin_hash <> ''),
  PRIMARY KEY (office_id, id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE print_job (
  -- Jobs leave a printer in the order in which they were asked for.
  place INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  office_id TEXT NOT NULL REFERENCES office (id),
  id TEXT NOT NULL CHECK (id <> ''),
  printer TEXT NOT NULL CHECK (printer <> ''),
  ticket_id TEXT,
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
  FOREIGN KEY (office_id, ticket_id) REFERENCES ticket (office_id, id),
  CHECK (ticket_id IS NULL OR number <> '')
) STRICT;

CREATE TABLE priority_class (
  office_id TEXT NOT NULL REFERENCES office (id),
  id TEXT NOT NULL CHECK (id <> ''),
  name TEXT NOT NULL CHECK (coalesce(name ->> 'vi', '') <> ''),
  position INTEGER NOT NULL,
  removed_at INTEGER,
  PRIMARY KEY (office_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE priority_count (
  office_id TEXT NOT NULL,
  service_date TEXT NOT NULL CHECK (service_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  class TEXT NOT NULL,
  tickets INTEGER NOT NULL CHECK (tickets >= 1),
  PRIMARY KEY (office_id, service_date, class),
  FOREIGN KEY (office_id, class) REFERENCES priority_class (office_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE probe (
  filler BLOB NOT NULL
) STRICT;

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
  needs_review INTEGER NOT NULL CHECK (needs_review IN (0, 1)), letter TEXT CHECK (letter IN ('congratulation', 'condolence', 'thanks')),
  PRIMARY KEY (office_id, procedure_id, version),
  FOREIGN KEY (office_id, procedure_id) REFERENCES procedure (office_id, id),
  FOREIGN KEY (office_id, field_id) REFERENCES field (office_id, id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE rating_outcome (
  office_id TEXT NOT NULL REFERENCES office (id),
  service_date TEXT NOT NULL CHECK (service_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  officer_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('rated', 'skipped', 'unanswered')),
  questions INTEGER NOT NULL CHECK (questions >= 1),
  PRIMARY KEY (office_id, service_date, officer_id, outcome)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE rating_settled (
  office_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  service_date TEXT NOT NULL CHECK (service_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  PRIMARY KEY (office_id, ticket_id),
  FOREIGN KEY (office_id, ticket_id) REFERENCES ticket (office_id, id)
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

CREATE TABLE session (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  office_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE CHECK (token_hash <> ''),
  expires_at INTEGER NOT NULL,
  FOREIGN KEY (office_id, person_id) REFERENCES person (office_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE spent_token (
  office_id TEXT NOT NULL REFERENCES office (id),
  token_hash TEXT NOT NULL CHECK (length(token_hash) = 64),
  ended TEXT NOT NULL CHECK (ended IN ('used', 'expired')),
  forget_on TEXT NOT NULL CHECK (forget_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  PRIMARY KEY (office_id, token_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE standing (
  office_id TEXT NOT NULL PRIMARY KEY REFERENCES office (id),
  rev INTEGER NOT NULL DEFAULT 0 CHECK (rev >= 0),
  tip TEXT NOT NULL CHECK (length(tip) = 64),
  -- The latest moment this office is known to have lived through: machines without a clock battery wake up in the past.
  last_at INTEGER NOT NULL DEFAULT 0 CHECK (last_at >= 0),
  service_date TEXT NOT NULL DEFAULT '' CHECK (service_date = '' OR service_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE "ticket" (
  office_id TEXT NOT NULL REFERENCES office (id),
  id TEXT NOT NULL CHECK (id <> ''),
  number TEXT NOT NULL CHECK (length(number) >= 4),
  service_date TEXT NOT NULL CHECK (service_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- First arrival; no transfer changes it.
  issued_at INTEGER NOT NULL,
  issued_rev INTEGER NOT NULL,
  issued_by TEXT NOT NULL,
  -- The field that gave the number; a transfer changes the field of the leg, never this.
  issued_field TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  -- Start of the session it counts for. Tickets from before there were quotas count for none.
  session TEXT CHECK (session GLOB '[0-2][0-9]:[0-5][0-9]'),
  purpose TEXT NOT NULL CHECK (purpose IN ('submit', 'collect', 'supplement', 'ask')),
  priority INTEGER NOT NULL CHECK (priority IN (0, 1)),
  dossiers INTEGER NOT NULL CHECK (dossiers >= 1),
  -- The booked time, where it checked in for one in time.
  appointment INTEGER,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'held', 'missed', 'done', 'cancelled', 'expired')),
  leg INTEGER NOT NULL CHECK (leg >= 1),
  counter INTEGER,
  -- Order inside its class: by this time, then by the number of the fact that gave the place.
  place_at INTEGER NOT NULL,
  place_rev INTEGER NOT NULL CHECK (place_rev >= issued_rev),
  -- The fact that last moved it: a deed before that can no longer be taken back.
  moved_rev INTEGER NOT NULL CHECK (moved_rev >= issued_rev),
  -- Counters that it is meant for.
  bound TEXT CHECK (bound IS NULL OR (json_type(bound, '$.counters') IS 'array' AND coalesce(json_type(bound, '$.next'), '') IN ('true', 'false') AND json_type(bound, '$.since') IS 'integer')),
  -- Why it was sent away, until when, and by which counter.
  hold TEXT CHECK (hold IS NULL OR (json_type(hold, '$.reason') IS 'text' AND json_type(hold, '$.until') IS 'integer' AND json_type(hold, '$.counter') IS 'integer')),
  -- Services to come after this leg.
  more TEXT CHECK (json_type(more) = 'array' AND json_array_length(more) > 0),
  -- The counter it goes back to after this leg.
  back INTEGER, overruled_by TEXT CHECK (overruled_by <> ''), paper INTEGER NOT NULL DEFAULT 0 CHECK (paper IN (0, 1)),
  PRIMARY KEY (office_id, id),
  UNIQUE (office_id, service_date, number),
  UNIQUE (office_id, service_date, issued_field, sequence),
  FOREIGN KEY (office_id, issued_rev) REFERENCES fact (office_id, rev),
  FOREIGN KEY (office_id, moved_rev) REFERENCES fact (office_id, rev),
  FOREIGN KEY (office_id, issued_field) REFERENCES field (office_id, id),
  FOREIGN KEY (office_id, counter) REFERENCES counter (office_id, number),
  FOREIGN KEY (office_id, back) REFERENCES counter (office_id, number),
  CHECK (counter IS NOT NULL OR state NOT IN ('called', 'serving')),
  CHECK (hold IS NOT NULL OR state <> 'held'),
  CHECK (hold IS NULL OR state IN ('held', 'cancelled', 'expired'))
) STRICT;

CREATE TABLE ticket_token (
  office_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  token TEXT NOT NULL CHECK (length(token) >= 16),
  language TEXT NOT NULL,
  PRIMARY KEY (office_id, ticket_id),
  UNIQUE (office_id, token),
  FOREIGN KEY (office_id, ticket_id) REFERENCES ticket (office_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX booking_code ON booking (office_id, code, made_at);

CREATE INDEX booking_due ON booking (office_id, service_date) WHERE state = 'booked';

CREATE UNIQUE INDEX booking_open_code ON booking (office_id, code) WHERE state = 'booked';

CREATE INDEX booking_slot ON booking (office_id, field_id, service_date, at);

CREATE UNIQUE INDEX field_digit ON field (office_id, digit) WHERE removed_at IS NULL;

CREATE INDEX kept_answer_age ON kept_answer (office_id, at);

CREATE UNIQUE INDEX person_username ON person (office_id, username) WHERE removed_at IS NULL;

CREATE INDEX print_job_apology ON print_job (office_id, service_date) WHERE slip ->> '$.kind' = 'apology';

CREATE INDEX print_job_day ON print_job (office_id, service_date, ticket_id);

CREATE INDEX print_job_doubt ON print_job (office_id, service_date) WHERE state IN ('unknown', 'failed');

CREATE INDEX print_job_state ON print_job (office_id, printer, state, place);

CREATE INDEX rating_question_counter ON rating_question (office_id, counter, asked_at);

CREATE INDEX rating_question_until ON rating_question (office_id, until);

CREATE INDEX rating_settled_age ON rating_settled (office_id, service_date);

CREATE INDEX session_expiry ON session (office_id, expires_at);

CREATE INDEX session_person ON session (office_id, person_id);

CREATE INDEX spent_token_age ON spent_token (office_id, forget_on);

CREATE UNIQUE INDEX ticket_at_counter ON ticket (office_id, counter) WHERE state IN ('called', 'serving');

CREATE INDEX ticket_open ON ticket (office_id, issued_rev) WHERE state IN ('waiting', 'called', 'serving', 'held', 'missed');

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

CREATE TRIGGER standing_moves_forward BEFORE UPDATE OF rev ON standing WHEN NEW.rev < OLD.rev
BEGIN
  SELECT RAISE(ABORT, 'the log of an office never becomes shorter');
END;
