-- When the administrators were asked what comes after the end of the season; null again when its days are changed.
alter table bellwether.season add column asked_at timestamptz;
