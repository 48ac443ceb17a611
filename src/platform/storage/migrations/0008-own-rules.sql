-- What the operator adds to the mail engine: rules of their own, allow and block lists, indicators of others.
-- The programme's matter as a whole: staff keep it, the programme judges by it, no organisation has rows here.

create table bellwether.own_rule (
  id uuid primary key,
  -- `own.` and a name, as findings carry it.
  name text not null unique,
  -- {"en": …}: the headline, by language.
  titles jsonb not null,
  source text not null,
  version bigint not null,
  is_on boolean not null,
  -- Why the programme switched it off by itself; empty otherwise.
  off_reason text not null default '',
  changed_at timestamptz not null,
  changed_by uuid
);

-- Every text a rule ever had.
create table bellwether.own_rule_version (
  id uuid primary key,
  rule_id uuid not null references bellwether.own_rule on delete cascade,
  version bigint not null,
  source text not null,
  saved_at timestamptz not null,
  saved_by uuid
);
create index own_rule_version_rule on bellwether.own_rule_version (rule_id, version desc);

create table bellwether.own_list_entry (
  id uuid primary key,
  -- allow, block, or the name of a list that rules ask.
  list text not null,
  kind text not null,
  -- As it was written, and as it is compared.
  written text not null,
  folded text not null,
  reason text not null default '',
  -- Counts until the end of that day, UTC.
  expires date,
  added_at timestamptz not null,
  added_by uuid,
  unique (kind, folded, list)
);

-- A file of indicators that was taken in.
create table bellwether.own_feed (
  id uuid primary key,
  name text not null,
  format text not null check (format in ('stix', 'misp')),
  -- What of it could not be used: [{"why","count","examples"}].
  left_out jsonb not null,
  added_at timestamptz not null,
  added_by uuid
);

create table bellwether.own_indicator (
  id uuid primary key,
  feed_id uuid not null references bellwether.own_feed on delete cascade,
  kind text not null,
  value text not null,
  -- What must be there too: [{"kind","value"}].
  also jsonb not null,
  confidence integer not null,
  valid_until timestamptz
);
create index own_indicator_feed on bellwether.own_indicator (feed_id, value);

alter table bellwether.own_rule enable row level security, force row level security;
create policy all_staff on bellwether.own_rule using (bellwether.is_programme() or bellwether.is_analyst());
alter table bellwether.own_rule_version enable row level security, force row level security;
create policy all_staff on bellwether.own_rule_version using (bellwether.is_programme() or bellwether.is_analyst());
alter table bellwether.own_list_entry enable row level security, force row level security;
create policy all_staff on bellwether.own_list_entry using (bellwether.is_programme() or bellwether.is_analyst());
alter table bellwether.own_feed enable row level security, force row level security;
create policy all_staff on bellwether.own_feed using (bellwether.is_programme() or bellwether.is_analyst());
alter table bellwether.own_indicator enable row level security, force row level security;
create policy all_staff on bellwether.own_indicator using (bellwether.is_programme() or bellwether.is_analyst());
