-- 0017 the officer's day. What a finish leaves beside its outcome: the code of the dossier, for staff alone. A counter may
-- be calling its colleagues for help, and remembers from whom it was taken over, so that a browser that slept through it
-- is told. Some procedures end with a letter that is handed over. The outcomes an office chooses from are one of its rules.

ALTER TABLE leg ADD COLUMN dossier_code TEXT CHECK (length(dossier_code) BETWEEN 1 AND 40 AND dossier_code NOT GLOB '*[^A-Za-z0-9./-]*');
ALTER TABLE counter ADD COLUMN panic TEXT CHECK (panic IS NULL OR (json_type(panic, '$.since') IS 'integer' AND json_type(panic, '$.by') IS 'text'));
ALTER TABLE counter ADD COLUMN taken_from TEXT CHECK (taken_from IS NULL OR (json_type(taken_from, '$.holder') IS 'text' AND json_type(taken_from, '$.at') IS 'integer'));
ALTER TABLE procedure_version ADD COLUMN letter TEXT CHECK (letter IN ('congratulation', 'condolence', 'thanks'));

UPDATE office SET rules = json_set(rules, '$.outcomes', json('[
  {"id": "received", "name": {"vi": "Đã tiếp nhận hồ sơ", "en": "Dossier received"}},
  {"id": "returned", "name": {"vi": "Đã trả kết quả", "en": "Result handed over"}},
  {"id": "guided", "name": {"vi": "Đã hướng dẫn", "en": "Guided"}},
  {"id": "incomplete", "name": {"vi": "Hồ sơ chưa đủ", "en": "Dossier incomplete"}},
  {"id": "declined", "name": {"vi": "Không thuộc thẩm quyền", "en": "Not for this office"}},
  {"id": "other", "name": {"vi": "Khác", "en": "Other"}}
]')) WHERE rules ->> '$.outcomes' IS NULL;
