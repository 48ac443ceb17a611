-- What is remembered of those who write and are written to. Hashes only, keyed
-- and salted with whose memory it is: no address, name or domain can be read
-- out of these rows, nor compared between two owners.

-- One row a thing remembered: an address, a domain, a display name, a name
-- together with an address, a sender together with where answers go.
create table bellwether.correspondent (
  hash bytea primary key,
  -- Work: the organisation's, or (with person_id) that person's at work. Personal: the person's alone.
  organisation_id uuid,
  person_id uuid,
  kind text not null check (kind in ('address', 'domain', 'name', 'name-at', 'reply')),
  -- A domain as all organisations would hash it, to count how many know it; only in an organisation's own row.
  elsewhere bytea,
  first_on date not null,
  last_on date not null,
  -- The last 52 weeks as bits, the lowest being the week of last_on: in which mail came, and in which they were
  -- written to. A set, so that the same mail seen twice changes nothing; how much a week still counts is
  -- worked out when it is read.
  heard_weeks bigint not null default 0,
  wrote_weeks bigint not null default 0,
  -- How a name is known, masked (m…s@printhouse.example) and sealed to the owner.
  hint bytea,
  check (organisation_id is not null or person_id is not null)
);
create index correspondent_person on bellwether.correspondent (person_id);
create index correspondent_organisation on bellwether.correspondent (organisation_id);
create index correspondent_elsewhere on bellwether.correspondent (elsewhere) where elsewhere is not null;

-- One row a message id of a conversation; members are eight bytes of a hash for each side that takes part.
create table bellwether.conversation (
  hash bytea primary key,
  organisation_id uuid,
  person_id uuid,
  members bytea not null,
  -- Somebody on our side wrote in it: a stranger can begin a conversation, and cannot make us answer.
  answered boolean not null,
  last_on date not null,
  check (organisation_id is not null or person_id is not null)
);
create index conversation_person on bellwether.conversation (person_id);
create index conversation_organisation on bellwether.conversation (organisation_id);

-- How far the headers of a connected mailbox were read, youngest first, so that the memory does not begin empty.
create table bellwether.warm_up (
  connection_id uuid primary key references bellwether.connection on delete cascade,
  person_id uuid not null,
  organisation_id uuid,
  -- [{"path","use","uidValidity"?,"below"?,"done"}]; null until the folders were listed.
  folders jsonb,
  -- Mails it has learnt from, up to a thousand: with few of them nobody is called new.
  mails integer not null default 0,
  begun_at timestamptz not null,
  finished_at timestamptz
);
create index warm_up_person on bellwether.warm_up (person_id);

create function bellwether.week_of(day date) returns integer language sql immutable
  as $$ select ((day - date '1970-01-01') + 3) / 7 $$;

-- Weeks that end `older` weeks before others, in the others' places.
create function bellwether.moved_weeks(weeks bigint, older integer) returns bigint language sql immutable
  as $$ select case when older >= 52 then 0 else (weeks << older) & 4503599627370495 end $$;

create function bellwether.joined_weeks(one_on date, one bigint, other_on date, other bigint) returns bigint language sql immutable
  as $$ select bellwether.moved_weeks(one, bellwether.week_of(greatest(one_on, other_on)) - bellwether.week_of(one_on))
             | bellwether.moved_weeks(other, bellwether.week_of(greatest(one_on, other_on)) - bellwether.week_of(other_on)) $$;

-- The members of both, each once, at most 32.
create function bellwether.joined_members(one bytea, other bytea) returns bytea language sql immutable
  as $$ select coalesce(string_agg(part, ''::bytea order by part), ''::bytea) from (
    select distinct substring(one || other from place * 8 + 1 for 8) as part
      from generate_series(0, length(one || other) / 8 - 1) as place order by part limit 32) as parts $$;

alter table bellwether.correspondent enable row level security, force row level security;
create policy seen on bellwether.correspondent for select using (bellwether.is_programme() or bellwether.is_me(person_id));
create policy made on bellwether.correspondent for insert with check (bellwether.is_programme());
create policy kept on bellwether.correspondent for update using (bellwether.is_programme());
create policy dropped on bellwether.correspondent for delete using (bellwether.is_programme());

alter table bellwether.conversation enable row level security, force row level security;
create policy seen on bellwether.conversation for select using (bellwether.is_programme() or bellwether.is_me(person_id));
create policy made on bellwether.conversation for insert with check (bellwether.is_programme());
create policy kept on bellwether.conversation for update using (bellwether.is_programme());
create policy dropped on bellwether.conversation for delete using (bellwether.is_programme());

alter table bellwether.warm_up enable row level security, force row level security;
create policy seen on bellwether.warm_up for select using (bellwether.is_programme() or bellwether.is_me(person_id));
create policy made on bellwether.warm_up for insert with check (bellwether.is_programme());
create policy kept on bellwether.warm_up for update using (bellwether.is_programme());
create policy dropped on bellwether.warm_up for delete using (bellwether.is_programme());
