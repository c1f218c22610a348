-- 0013 slips of a day. Staff look for today's slips, above all for those of which nobody knows whether they came out.
-- The first index is written once for each job; the second holds only jobs in doubt, which are few.

CREATE INDEX print_job_day ON print_job (office_id, service_date, ticket_id);
CREATE INDEX print_job_doubt ON print_job (office_id, service_date) WHERE state IN ('unknown', 'failed');
