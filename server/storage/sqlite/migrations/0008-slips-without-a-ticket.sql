-- 0008 slips without a ticket. A papers checklist and a test page belong to no number, and wait for their printer like
-- any other slip. SQLite cannot take NOT NULL from a column: the table is written anew, each job at its place.

ALTER TABLE print_job RENAME TO print_job_before;

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

INSERT INTO print_job (place, office_id, id, printer, ticket_id, number, service_date, slip, at, asked_by, state, tries, error, confirmed_by)
SELECT place, office_id, id, printer, ticket_id, number, service_date, slip, at, asked_by, state, tries, error, confirmed_by FROM print_job_before;

DROP TABLE print_job_before;

CREATE INDEX print_job_state ON print_job (office_id, printer, state, place);
