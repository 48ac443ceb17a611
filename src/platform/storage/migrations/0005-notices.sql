-- What one person is told, and each attempt to tell it.
create table bellwether.notice (
  id uuid primary key,
  -- Null for a digest of a first look.
  incident_id uuid references bellwether.incident on delete set null,
  person_id uuid not null references bellwether.person,
  -- The organisation whose matter it is; null for a personal one.
  organisation_id uuid,
  kind text not null check (kind in ('incident', 'first-look', 'organisation-told')),
  level text not null check (level in ('targeted', 'attempt-blocked', 'possible-access', 'confirmed-access')),
  language text not null,
  -- HMAC of the code; the code itself is made again from the notice when it is needed.
  code_hash bytea not null unique,
  code_salt integer not null default 0,
  -- What fills the wording, sealed to the person.
  sealed bytea not null,
  -- The account that is the subject: never the only one told.
  subject_account_id uuid references bellwether.account,
  decided_at timestamptz not null,
  read_at timestamptz,
  -- Once a level: what becomes worse is told again.
  unique (incident_id, person_id, kind, level)
);
create index notice_person on bellwether.notice (person_id, decided_at desc);

create table bellwether.delivery (
  id uuid primary key,
  notice_id uuid not null references bellwether.notice on delete cascade,
  person_id uuid not null references bellwether.person,
  organisation_id uuid,
  channel text not null check (channel in ('mail', 'home')),
  -- The address it goes to; null on the person's home page.
  account_id uuid references bellwether.account,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'delivered', 'bounced', 'failed')),
  -- The same at every attempt, so that a mailbox recognises a duplicate.
  message_id text not null unique,
  attempts integer not null default 0,
  -- The server's last answer, cut to one line.
  answer text,
  queued_at timestamptz not null,
  sent_at timestamptz,
  ended_at timestamptz,
  unique nulls not distinct (notice_id, channel, account_id)
);
create index delivery_person on bellwether.delivery (person_id);
create index delivery_waiting on bellwether.delivery (queued_at) where state in ('queued', 'sending');

alter table bellwether.notice enable row level security, force row level security;
create policy seen on bellwether.notice for select using (
  bellwether.is_programme() or bellwether.is_me(person_id)
  or (bellwether.is_analyst() and (organisation_id is not null or bellwether.granted_to_desk(person_id)))
  or bellwether.is_my_organisation(organisation_id));
create policy made on bellwether.notice for insert with check (bellwether.is_programme());
create policy kept on bellwether.notice for update using (bellwether.is_programme() or bellwether.is_me(person_id));
-- For retention, which runs as the owner.
create policy let_go on bellwether.notice for delete to current_user using (bellwether.is_programme());

alter table bellwether.delivery enable row level security, force row level security;
create policy seen on bellwether.delivery for select using (
  bellwether.is_programme() or bellwether.is_me(person_id)
  or (bellwether.is_analyst() and (organisation_id is not null or bellwether.granted_to_desk(person_id)))
  or bellwether.is_my_organisation(organisation_id));
create policy made on bellwether.delivery for insert with check (bellwether.is_programme());
create policy kept on bellwether.delivery for update using (bellwether.is_programme());
