-- 0009 office rules. What the office has settled beside its hours stands together as one JSON object: the order policy,
-- until now a column, is one of several rules. The others begin as the office manager's guide gives them
-- (docs/office-rules.md). Fields may limit their numbers, ask for dossiers, and say something from a time of day on.

ALTER TABLE office ADD COLUMN rules TEXT NOT NULL
  DEFAULT '{"policy":{"kind":"ratio","priority":1,"ordinary":1},"reentry":{"kind":"end"},"holdMinutes":60,"undoSeconds":60}'
  CHECK (
    coalesce(rules ->> '$.policy.kind', '') IN ('strict', 'ratio', 'ageing') AND coalesce(rules ->> '$.reentry.kind', '') IN ('end', 'after')
    AND coalesce(rules ->> '$.holdMinutes', 0) > 0 AND coalesce(rules ->> '$.undoSeconds', -1) >= 0
  );
UPDATE office SET rules = json_set(rules, '$.policy', json(policy));
ALTER TABLE office DROP COLUMN policy;

ALTER TABLE field_version ADD COLUMN quota INTEGER CHECK (quota >= 1);
ALTER TABLE field_version ADD COLUMN asks_dossiers INTEGER NOT NULL DEFAULT 0 CHECK (asks_dossiers IN (0, 1));
ALTER TABLE field_version ADD COLUMN notice TEXT
  CHECK (notice IS NULL OR (coalesce(notice ->> '$.from', '') <> '' AND coalesce(notice ->> '$.text.vi', '') <> ''));
