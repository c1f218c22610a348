-- 0010 places and legs. A ticket has a place in its class (its arrival, unless it re-entered) and rights of its own: sent
-- to a counter, sent away for a paper, more services to come, a way back. A service is a leg, so the procedure belongs to
-- the leg. Counters remember their latest deeds as long as those can be taken back.
--
-- Tables that must hold more than a new column can be checked for are made anew and take the name of the old ones;
-- references are not enforced during a migration, and hold again as soon as the name does.

CREATE TABLE new_leg (
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
  outcome TEXT,
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

INSERT INTO new_leg (office_id, ticket_id, leg, field_id, field_version, procedure_id, procedure_version, waiting_since,
  counter, officer_id, officer_version, called_at, started_at, ended_at, recalls, call, outcome)
SELECT l.office_id, l.ticket_id, l.leg, l.field_id, l.field_version, t.procedure_id, t.procedure_version, l.waiting_since,
  l.counter, l.officer_id, l.officer_version, l.called_at, l.started_at, l.ended_at, l.recalls, l.call, l.outcome
FROM leg AS l LEFT JOIN ticket AS t ON t.office_id = l.office_id AND t.id = l.ticket_id;
DROP TABLE leg;
ALTER TABLE new_leg RENAME TO leg;

CREATE TABLE new_ticket (
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
  back INTEGER,
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

INSERT INTO new_ticket (office_id, id, number, service_date, issued_at, issued_rev, issued_by, issued_field, sequence,
  purpose, priority, dossiers, state, leg, counter, place_at, place_rev, moved_rev)
SELECT office_id, id, number, service_date, issued_at, issued_rev, issued_by, issued_field, sequence,
  purpose, priority, dossiers, state, leg, counter, issued_at, issued_rev, issued_rev
FROM ticket;
DROP TABLE ticket;
ALTER TABLE new_ticket RENAME TO ticket;
CREATE UNIQUE INDEX ticket_at_counter ON ticket (office_id, counter) WHERE state IN ('called', 'serving');
CREATE INDEX ticket_open ON ticket (office_id, issued_rev) WHERE state IN ('waiting', 'called', 'serving', 'held', 'missed');

ALTER TABLE counter ADD COLUMN undoable TEXT CHECK (json_type(undoable) = 'array' AND json_array_length(undoable) > 0);
