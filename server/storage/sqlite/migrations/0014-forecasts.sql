-- 0014 forecasts. What was foretold when a number was given out, so that the office can say how right it was. It is read
-- by service day through its ticket, one step down an index for each; nothing is read from it while numbers are given out.
-- Apology slips are counted by day: their index holds them alone.

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

CREATE INDEX print_job_apology ON print_job (office_id, service_date) WHERE slip ->> '$.kind' = 'apology';
