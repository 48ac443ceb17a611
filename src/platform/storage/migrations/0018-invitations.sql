-- When a letter with the link was asked for: nobody is written to twice within a day.
alter table bellwether.invitation add column mailed_at timestamptz;
