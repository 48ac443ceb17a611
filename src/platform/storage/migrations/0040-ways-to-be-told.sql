-- Where somebody can be told besides the mailboxes they proved: a telephone, a browser, a room. GoAlert's and PagerDuty's word for it.
create table bellwether.contact_method (
  id uuid primary key,
  person_id uuid references bellwether.person,
  -- A room of an organisation; no person's own.
  organisation_id uuid references bellwether.organisation,
  channel text not null check (channel in ('push', 'sms', 'voice', 'signal', 'matrix', 'slack', 'teams', 'webhook')),
  -- The address, sealed to its owner; its keyed hash finds who answered; what pages show.
  sealed bytea not null,
  address_hash bytea not null,
  masked text not null,
  created_at timestamptz not null,
  -- The code that was sent there, until it is typed.
  proof_hash bytea,
  proof_sent_at timestamptz,
  proof_tries integer not null default 0,
  proven_at timestamptz,
  -- Nobody is there any more, as the far end said.
  gone_since timestamptz,
  removed_at timestamptz,
  check (num_nonnulls(person_id, organisation_id) > 0)
);
create index contact_method_person on bellwether.contact_method (person_id) where removed_at is null;
create index contact_method_organisation on bellwether.contact_method (organisation_id) where removed_at is null;
create unique index contact_method_once on bellwether.contact_method (person_id, organisation_id, channel, address_hash) nulls not distinct
  where removed_at is null;
create index contact_method_answers on bellwether.contact_method (channel, address_hash) where removed_at is null;

alter table bellwether.contact_method enable row level security, force row level security;
create policy seen on bellwether.contact_method for select using (
  bellwether.is_programme() or bellwether.is_me(person_id) or bellwether.is_my_organisation(organisation_id));
create policy made on bellwether.contact_method for insert with check (bellwether.is_programme());
create policy kept on bellwether.contact_method for update using (bellwether.is_programme());
create policy let_go on bellwether.contact_method for delete to current_user using (bellwether.is_programme());

-- How a person wants to be told: in which order, and when not to be woken.
create table bellwether.notice_preference (
  person_id uuid primary key references bellwether.person,
  -- Channels, the first to be tried first; those not named come after, in the usual order.
  channel_order text[] not null default '{}',
  -- IANA zone, and minutes of its day; equal: never quiet.
  time_zone text not null default 'UTC',
  quiet_from integer not null default 1320 check (quiet_from between 0 and 1439),
  quiet_until integer not null default 420 check (quiet_until between 0 and 1439),
  changed_at timestamptz not null
);
alter table bellwether.notice_preference enable row level security, force row level security;
create policy all_own on bellwether.notice_preference using (bellwether.is_programme() or bellwether.is_me(person_id));

alter table bellwether.delivery drop constraint delivery_channel_check;
alter table bellwether.delivery add constraint delivery_channel_check
  check (channel in ('home', 'mail', 'push', 'sms', 'voice', 'signal', 'matrix', 'slack', 'teams', 'webhook'));
alter table bellwether.delivery drop constraint delivery_state_check;
alter table bellwether.delivery add constraint delivery_state_check
  -- Held: until its hour or until what holds it is over. Not needed: its notice was acknowledged, or done with, before its turn.
  check (state in ('held', 'queued', 'sending', 'sent', 'delivered', 'bounced', 'failed', 'not-needed'));
alter table bellwether.delivery
  add column contact_method_id uuid references bellwether.contact_method,
  -- 0: the first telling; each later one to the same address counts on.
  add column step integer not null default 0,
  -- Why it is sent: the first telling, another channel because nobody read it, or a reminder of what is still to do.
  add column purpose text not null default 'first' check (purpose in ('first', 'fallback', 'reminder', 'digest')),
  -- When its turn comes.
  add column due_at timestamptz not null default now(),
  -- Lower goes first.
  add column priority integer not null default 0,
  -- The lock of the process that is sending it; free when that process died.
  add column held_by integer,
  -- The far end's own name for it, by which it reports.
  add column reference text;
alter table bellwether.delivery drop constraint delivery_notice_id_channel_account_id_key;
create unique index delivery_once on bellwether.delivery (notice_id, channel, account_id, contact_method_id, step) nulls not distinct;
drop index bellwether.delivery_waiting;
create index delivery_due on bellwether.delivery (channel, priority, due_at) where state = 'queued';
create index delivery_under_way on bellwether.delivery (held_by) where state = 'sending';
create index delivery_reference on bellwether.delivery (channel, reference) where reference is not null;

alter table bellwether.notice
  -- The person showed that they have it: how, and when.
  add column acknowledged_at timestamptz,
  add column acknowledged_by text check (acknowledged_by in ('portal', 'code', 'sms', 'voice', 'passkey', 'desk')),
  -- Nothing is left to do: reminders stop.
  add column done_at timestamptz,
  -- When it waits for a digest and interrupts nobody.
  add column digest boolean not null default false,
  -- By then it is read, acknowledged or done, or the operator is told.
  add column deadline_at timestamptz;
create index notice_open on bellwether.notice (deadline_at) where done_at is null and acknowledged_at is null;

-- What an earlier edition was sending is in doubt, and nobody holds it.
do $$
begin
  perform set_config('bellwether.kind', 'programme', true);
  update bellwether.delivery set state = 'queued' where state = 'sending';
  perform set_config('bellwether.kind', '', true);
end $$;
