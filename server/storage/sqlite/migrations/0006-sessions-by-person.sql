-- 0006 sessions by person. A new password ends all of that person's sessions without walking through everybody's.

CREATE INDEX session_person ON session (office_id, person_id);
