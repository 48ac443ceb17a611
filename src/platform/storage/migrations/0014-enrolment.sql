-- The programme's published rules, each text they ever had, and what members were given and is worth.

-- By the hash over their files: a decision names it, and anybody can read what it was decided by.
create table bellwether.programme_version (
  hash text primary key,
  programme text not null,
  version text not null,
  -- {"programme.yaml": "…", "countries/US.yaml": "…"}
  files jsonb not null,
  accepted_at timestamptz not null,
  accepted_by uuid
);
create index programme_version_accepted on bellwether.programme_version (accepted_at desc);

-- What a member was given, and its value under a law on in-kind contributions.
create table bellwether.value_entry (
  id uuid primary key,
  organisation_id uuid not null references bellwether.organisation,
  given_on date not null,
  what text not null check (length(what) between 1 and 200),
  -- Under which law it is reported, as the operator calls it: `FEC`, `Ohio`, none.
  law text not null check (length(law) <= 80),
  -- ISO 4217.
  currency text not null,
  -- In the currency's smallest unit.
  minor_units bigint not null check (minor_units >= 0),
  note text not null default '' check (length(note) <= 500),
  entered_at timestamptz not null,
  entered_by uuid,
  removed_at timestamptz,
  removed_by uuid
);
create index value_entry_organisation on bellwether.value_entry (organisation_id, given_on);

alter table bellwether.programme_version enable row level security, force row level security;
create policy all_staff on bellwether.programme_version using (bellwether.is_programme() or bellwether.is_analyst());
alter table bellwether.value_entry enable row level security, force row level security;
create policy seen on bellwether.value_entry for select using (
  bellwether.is_programme() or bellwether.is_analyst() or bellwether.is_my_organisation(organisation_id));
create policy made on bellwether.value_entry for insert with check (bellwether.is_programme() or bellwether.is_analyst());
create policy kept on bellwether.value_entry for update using (bellwether.is_programme() or bellwether.is_analyst());
