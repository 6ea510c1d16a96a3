-- Whether people gave a criterion another level than the machine. That it does not apply is such a level
-- too, for which `human` is empty.
ALTER TABLE level ADD COLUMN corrected BIGINT NOT NULL DEFAULT 0;
UPDATE level SET corrected = 1 WHERE human IS NOT NULL;
