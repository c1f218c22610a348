-- 0015 PINs. Staff may have one of six digits, for a kiosk or a shared screen where nobody types a password; only its
-- argon2 hash is kept. A number that a kiosk gave out although it would hardly be called that day names who let it.

ALTER TABLE person ADD COLUMN pin_hash TEXT CHECK (pin_hash <> '');
ALTER TABLE ticket ADD COLUMN overruled_by TEXT CHECK (overruled_by <> '');
