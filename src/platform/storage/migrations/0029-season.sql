-- Election days, changes that two must want, and an organisation's own goodbye.
create table bellwether.season (
  organisation_id uuid primary key references bellwether.organisation,
  -- Each like 2026-11-03.
  election_days text[] not null default '{}',
  -- The day after which nobody needs the programme any more; administrators are asked then what next.
  ends_on date,
  kept_at timestamptz not null
);

-- In the days before an election one administrator alone changes nothing that could lock others out: a second says yes.
create table bellwether.pending_change (
  id uuid primary key,
  organisation_id uuid not null references bellwether.organisation,
  kind text not null check (kind in ('remove-person', 'set-role', 'leave')),
  -- Whom it is about; null for the whole organisation.
  person_id uuid references bellwether.person,
  details jsonb not null default '{}',
  asked_by uuid not null references bellwether.person,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  second uuid references bellwether.person,
  ended_at timestamptz,
  outcome text check (outcome in ('done', 'refused'))
);
create index pending_change_organisation on bellwether.pending_change (organisation_id) where ended_at is null;

-- An organisation says goodbye, on a day; until then it can be taken back.
create table bellwether.off_boarding (
  organisation_id uuid primary key references bellwether.organisation,
  leaves_on date not null,
  asked_by uuid references bellwether.person,
  asked_at timestamptz not null,
  done_at timestamptz
);

alter table bellwether.season enable row level security, force row level security;
create policy all_own on bellwether.season using (
  bellwether.is_programme() or bellwether.is_analyst() or bellwether.is_my_organisation(organisation_id));

alter table bellwether.pending_change enable row level security, force row level security;
create policy seen on bellwether.pending_change for select using (
  bellwether.is_programme() or bellwether.is_analyst() or bellwether.is_my_organisation(organisation_id));
create policy made on bellwether.pending_change for insert with check (bellwether.is_programme());
create policy kept on bellwether.pending_change for update using (bellwether.is_programme());

alter table bellwether.off_boarding enable row level security, force row level security;
create policy seen on bellwether.off_boarding for select using (
  bellwether.is_programme() or bellwether.is_analyst() or bellwether.is_my_organisation(organisation_id));
create policy made on bellwether.off_boarding for insert with check (bellwether.is_programme());
create policy kept on bellwether.off_boarding for update using (bellwether.is_programme());
create policy gone on bellwether.off_boarding for delete using (bellwether.is_programme());
