-- Before an election two must want the end of a program's token or webhook, too.
alter table bellwether.pending_change drop constraint pending_change_kind_check;
alter table bellwether.pending_change add constraint pending_change_kind_check
  check (kind in ('remove-person', 'set-role', 'leave', 'end-token', 'end-hook'));

-- How long after its goodbye an organisation is erased: as it was told on the day it said goodbye, whatever is set later.
alter table bellwether.off_boarding add column erase_after_days integer not null default 30;
