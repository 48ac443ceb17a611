-- Ways in beside a passkey: an app's codes, codes on paper, two people who
-- vouch; and what a session has proved, and when.
create table bellwether.totp (
  id uuid primary key,
  person_id uuid not null references bellwether.person,
  name text not null,
  -- The app's secret, sealed for its person.
  sealed bytea not null,
  -- The newest time step whose code was taken: no code works twice (RFC 6238 §5.2).
  last_step bigint,
  created_at timestamptz not null,
  -- Null until a first code showed that the app has the secret.
  confirmed_at timestamptz,
  last_used_at timestamptz
);
create index totp_person on bellwether.totp (person_id);

-- Ten at a time; a new set replaces the old one. All of a set share a salt.
create table bellwether.recovery_code (
  id uuid primary key,
  person_id uuid not null references bellwether.person,
  salt bytea not null,
  code_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index recovery_code_person on bellwether.recovery_code (person_id);

-- Somebody typed the mailed digits and owes a second step.
create table bellwether.second_step (
  token_hash bytea primary key,
  person_id uuid not null references bellwether.person,
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index second_step_person on bellwether.second_step (person_id);

-- Somebody who lost every way in: two people vouch, then a wait, then a code in two halves.
create table bellwether.recovery_request (
  id uuid primary key,
  person_id uuid not null references bellwether.person,
  -- Whose administrators may vouch; null: staff alone.
  organisation_id uuid references bellwether.organisation,
  -- What the asker reads out to whoever vouches.
  reference text not null,
  asked_at timestamptz not null,
  voucher uuid references bellwether.person,
  vouched_at timestamptz,
  how text check (how in ('met', 'called')),
  second uuid references bellwether.person,
  seconded_at timestamptz,
  -- The halves are shown, and work, from here on.
  opens_at timestamptz,
  expires_at timestamptz not null,
  stop_hash bytea not null,
  code_hash bytea not null,
  stopped_at timestamptz,
  finished_at timestamptz,
  check (voucher <> person_id),
  check (second <> person_id),
  check (second <> voucher)
);
create index recovery_request_person on bellwether.recovery_request (person_id);

alter table bellwether.session
  -- What a page may call it by; the token's hash stays unsaid.
  add column id uuid not null default gen_random_uuid(),
  add column browser text,
  add column system text,
  -- When it last proved by a passkey or a code that it is its person's.
  add column proved_at timestamptz;
create unique index session_id on bellwether.session (id);

alter table bellwether.mail_code
  -- Held by the form that asked: tries without it count against nothing.
  add column challenge_hash bytea,
  -- Keyed hash of where it was asked from, so that nobody uses up another's share.
  add column asked_from bytea;
alter table bellwether.mail_code drop constraint mail_code_purpose_check;
alter table bellwether.mail_code add constraint mail_code_purpose_check check (purpose in ('prove-address', 'sign-in', 'confirm'));

alter table bellwether.totp enable row level security, force row level security;
create policy all_own on bellwether.totp using (bellwether.is_programme() or bellwether.is_me(person_id));

alter table bellwether.recovery_code enable row level security, force row level security;
create policy all_own on bellwether.recovery_code using (bellwether.is_programme() or bellwether.is_me(person_id));

alter table bellwether.second_step enable row level security, force row level security;
create policy all_programme on bellwether.second_step using (bellwether.is_programme());

alter table bellwether.recovery_request enable row level security, force row level security;
create policy seen on bellwether.recovery_request for select using (
  bellwether.is_programme() or bellwether.is_me(person_id) or bellwether.is_analyst() or bellwether.is_my_organisation(organisation_id));
create policy made on bellwether.recovery_request for insert with check (bellwether.is_programme());
create policy kept on bellwether.recovery_request for update using (bellwether.is_programme());
create policy gone on bellwether.recovery_request for delete using (bellwether.is_programme());
