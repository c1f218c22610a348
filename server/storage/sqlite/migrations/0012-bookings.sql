-- 0012 bookings. A time kept free for whoever has the code; nothing here says who that is. A code is short, so it is
-- unique among the bookings still open, and free again after that.

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

CREATE UNIQUE INDEX booking_open_code ON booking (office_id, code) WHERE state = 'booked';
CREATE INDEX booking_code ON booking (office_id, code, made_at);
CREATE INDEX booking_slot ON booking (office_id, field_id, service_date, at);
CREATE INDEX booking_due ON booking (office_id, service_date) WHERE state = 'booked';
