-- People of an organisation's circle who have no mailbox here, and whose names carry weight:
-- the candidate, the party's leader, the chair. [{"name","addresses":[…],"role"?}].
alter table bellwether.organisation add column leaders jsonb not null default '[]';
