-- Two more purposes of a consent: mails about the security of accounts only, and what hit a person's own mailbox warning others.
alter table bellwether.access_grant drop constraint access_grant_scope_check;
-- indicators: keyed hashes of what hit a personal mailbox may be looked for in other mailboxes; opens nothing.
alter table bellwether.access_grant add constraint access_grant_scope_check check (scope in ('told', 'details', 'indicators'));

-- What may be read: every new mail, or those that speak of the security of an account; of the others the sender and subject are looked at and forgotten.
alter table bellwether.connection add column reads text not null default 'all' check (reads in ('all', 'security'));

alter table bellwether.message_verdict drop constraint message_verdict_verdict_check;
alter table bellwether.message_verdict add constraint message_verdict_verdict_check check (verdict in ('dangerous', 'careful', 'fine', 'gone', 'unread'));
