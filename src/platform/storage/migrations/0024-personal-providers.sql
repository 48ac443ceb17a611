-- Personal accounts whose provider shows nobody its sign-in log: a secret
-- address for the provider's own security mails, what came to it, and what the
-- person found when they looked themselves. Nobody's but the person's.
create table bellwether.watch_address (
  id uuid primary key,
  person_id uuid not null references bellwether.person,
  account_id uuid not null references bellwether.account,
  consent_id uuid not null references bellwether.consent,
  -- The secret part.
  local_part text not null unique,
  -- forward: a rule in the mailbox sends the mails on · contact: the provider writes to it by itself
  way text not null check (way in ('forward', 'contact')),
  made_at timestamptz not null,
  closed_at timestamptz,
  -- When the provider's own word last came.
  heard_at timestamptz,
  -- The heartbeat: a test mail to the mailbox, and when its rule sent it on.
  beat_sent_at timestamptz,
  beat_back_at timestamptz,
  blind_since timestamptz,
  reminded_at timestamptz,
  -- Mails that were not the provider's: after a few, others know the address.
  strangers integer not null default 0,
  -- How many mails were taken in on that day.
  taken_on date,
  taken integer not null default 0,
  -- The digits by which a provider asks whether mail may be sent on to here: sealed, shown for a day.
  code_sealed bytea,
  code_at timestamptz
);
create unique index watch_address_account on bellwether.watch_address (account_id) where closed_at is null;
create index watch_address_person on bellwether.watch_address (person_id);

alter table bellwether.report_spool
  -- Null for a report; else the secret address it came to.
  add column watch_address_id uuid references bellwether.watch_address on delete cascade;

-- A security mail of the provider, genuine: its sender, subject and text without links and codes, sealed to the person.
create table bellwether.provider_mail (
  id uuid primary key,
  person_id uuid not null references bellwether.person,
  account_id uuid not null references bellwether.account,
  provider text not null,
  -- How it was shown to be genuine: the provider's signature, a trusted forwarder's word, or the host it came from.
  shown_by text not null check (shown_by in ('signature', 'forwarder', 'host')),
  message_hash bytea not null,
  sealed bytea not null,
  arrived_at timestamptz not null
);
create unique index provider_mail_once on bellwether.provider_mail (account_id, message_hash);
create index provider_mail_person on bellwether.provider_mail (person_id, arrived_at desc);

-- One guided look of a person at their own account: {"devices":"good", …}.
create table bellwether.self_check (
  id uuid primary key,
  person_id uuid not null references bellwether.person,
  account_id uuid not null references bellwether.account,
  answers jsonb not null default '{}',
  began_at timestamptz not null,
  finished_at timestamptz,
  -- When the person told the desk of it.
  told_at timestamptz
);
create unique index self_check_open on bellwether.self_check (account_id) where finished_at is null;
create index self_check_person on bellwether.self_check (person_id, began_at desc);

alter table bellwether.watch_address enable row level security, force row level security;
create policy seen on bellwether.watch_address for select using (bellwether.is_programme() or bellwether.is_me(person_id));
create policy made on bellwether.watch_address for insert with check (bellwether.is_programme());
create policy kept on bellwether.watch_address for update using (bellwether.is_programme());
create policy dropped on bellwether.watch_address for delete using (bellwether.is_programme());

alter table bellwether.provider_mail enable row level security, force row level security;
create policy seen on bellwether.provider_mail for select using (bellwether.is_programme() or bellwether.is_me(person_id));
create policy made on bellwether.provider_mail for insert with check (bellwether.is_programme());
create policy dropped on bellwether.provider_mail for delete using (bellwether.is_programme());

alter table bellwether.self_check enable row level security, force row level security;
create policy all_own on bellwether.self_check using (bellwether.is_programme() or bellwether.is_me(person_id));
