-- 0016 paper numbers. During an outage the guide hands out numbers that were printed ahead of time; afterwards they are
-- written down as tickets. They come from a stretch that no kiosk gives out, and leave its sequence as it was.

ALTER TABLE ticket ADD COLUMN paper INTEGER NOT NULL DEFAULT 0 CHECK (paper IN (0, 1));
