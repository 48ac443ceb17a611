-- When somebody first typed its code on the check page and was told that it is genuine.
alter table bellwether.notice add column verified_at timestamptz;
