-- 0005 numbers given elsewhere. After a restore from a copy, or when a damaged file lost its last tickets, people in the
-- hall still hold numbers that this database does not know. No number may be given twice on one day, so those are
-- passed over; a row here is why there is a gap. By digit, not by field: two fields that shared a digit on one day
-- would have shared its numbers.

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
