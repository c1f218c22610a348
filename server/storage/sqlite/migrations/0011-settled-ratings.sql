-- 0011 settled ratings. When a finish is taken back after its citizen has answered, the next finish must not ask again.
-- A row says that nothing more is asked about this ticket today, never what was answered; it goes at the day's end.

CREATE TABLE rating_settled (
  office_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  service_date TEXT NOT NULL CHECK (service_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  PRIMARY KEY (office_id, ticket_id),
  FOREIGN KEY (office_id, ticket_id) REFERENCES ticket (office_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX rating_settled_age ON rating_settled (office_id, service_date);
