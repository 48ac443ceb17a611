-- Who asks to join: an application, what was proved of it, who vouched for it, and what the staff said.
-- It is the matter of whoever holds its link until it is decided; the programme reads it for them.
create table bellwether.application (
  id uuid primary key,
  token_hash bytea not null unique,
  language text not null,
  state text not null check (state in ('draft', 'checking', 'with-a-person', 'accepted', 'refused', 'withdrawn')),
  -- What was answered, by step: facts, names, addresses, the register's number.
  answers jsonb not null,
  -- Lower case, in ASCII; empty until it is named, and for those who have none.
  domain text not null default '',
  contact_folded text not null default '',
  -- Six digits to the contact's address, hashed.
  code_hash bytea,
  code_tries integer not null default 0,
  code_expires_at timestamptz,
  codes_sent integer not null default 0,
  contact_proven_at timestamptz,
  -- What the organisation's own applicant gives to a friend who may vouch; hashed.
  vouch_hash bytea not null unique,
  -- The rules it was decided by: programme, version and hash of the file.
  programme jsonb,
  points integer not null default 0,
  -- Why it is where it is: [{"code","facts"}].
  reasons jsonb not null default '[]',
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  submitted_at timestamptz,
  checked_at timestamptz,
  decided_at timestamptz,
  organisation_id uuid references bellwether.organisation
);
create index application_state on bellwether.application (state, submitted_at);
create index application_contact on bellwether.application (contact_folded) where contact_folded <> '';

-- One row a kind of proof and the last time it was asked for, with what was asked and answered.
create table bellwether.application_proof (
  application_id uuid not null references bellwether.application on delete cascade,
  kind text not null,
  state text not null check (state in ('proven', 'absent', 'disputed', 'failed')),
  -- [{"asked","answered","from"}]
  evidence jsonb not null,
  at timestamptz not null,
  primary key (application_id, kind)
);

-- A verified organisation says: we know them.
create table bellwether.vouch (
  application_id uuid not null references bellwether.application on delete cascade,
  organisation_id uuid not null references bellwether.organisation,
  person_id uuid not null references bellwether.person,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (application_id, organisation_id)
);

-- What members of the staff say of a doubtful one.
create table bellwether.application_opinion (
  application_id uuid not null references bellwether.application on delete cascade,
  person_id uuid not null references bellwether.person,
  says text not null check (says in ('accept', 'refuse')),
  reason text not null check (length(reason) between 1 and 2000),
  at timestamptz not null,
  primary key (application_id, person_id)
);

-- Public registers that the operator took in: committees, parties, charities.
create table bellwether.register (
  id uuid primary key,
  name text not null,
  country text not null,
  entries integer not null,
  added_at timestamptz not null,
  added_by uuid
);

create table bellwether.register_entry (
  register_id uuid not null references bellwether.register on delete cascade,
  -- As it is compared: upper case, letters and digits only.
  number text not null,
  name text not null,
  primary key (register_id, number)
);
create index register_entry_number on bellwether.register_entry (number);

alter table bellwether.application enable row level security, force row level security;
create policy all_programme on bellwether.application using (bellwether.is_programme());
create policy seen on bellwether.application for select using (bellwether.is_analyst());
alter table bellwether.application_proof enable row level security, force row level security;
create policy all_programme on bellwether.application_proof using (bellwether.is_programme());
create policy seen on bellwether.application_proof for select using (bellwether.is_analyst());
alter table bellwether.application_opinion enable row level security, force row level security;
create policy seen on bellwether.application_opinion for select using (bellwether.is_programme() or bellwether.is_analyst());
create policy made on bellwether.application_opinion for insert with check (
  bellwether.is_programme() or (bellwether.is_analyst() and bellwether.is_me(person_id)));
create policy kept on bellwether.application_opinion for update using (
  bellwether.is_programme() or (bellwether.is_analyst() and bellwether.is_me(person_id)));
-- Whom an organisation vouched for is known to it and to the staff.
alter table bellwether.vouch enable row level security, force row level security;
create policy seen on bellwether.vouch for select using (
  bellwether.is_programme() or bellwether.is_analyst() or bellwether.is_my_organisation(organisation_id));
create policy made on bellwether.vouch for insert with check (
  bellwether.is_programme() or (bellwether.is_my_organisation(organisation_id) and bellwether.is_me(person_id)));
create policy kept on bellwether.vouch for update using (bellwether.is_programme() or bellwether.is_my_organisation(organisation_id));
alter table bellwether.register enable row level security, force row level security;
create policy all_staff on bellwether.register using (bellwether.is_programme() or bellwether.is_analyst());
alter table bellwether.register_entry enable row level security, force row level security;
create policy all_staff on bellwether.register_entry using (bellwether.is_programme() or bellwether.is_analyst());
