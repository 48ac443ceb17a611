-- Findings that belong together, what was decided about them, and who looked.
create table bellwether.incident (
  id uuid primary key,
  -- Whose matter it is: an organisation's (work accounts) or one person's (personal account).
  organisation_id uuid references bellwether.organisation,
  person_id uuid references bellwether.person,
  -- Rule id of the most telling finding; its title stands in the queue.
  headline text not null,
  severity text not null check (severity in ('info', 'low', 'medium', 'high', 'critical')),
  level text not null check (level in ('targeted', 'attempt-blocked', 'possible-access', 'confirmed-access')),
  technique text[] not null default '{}',
  -- mailbox: found by us · report: a person forwarded it · first-look: found in old mail
  origin text not null check (origin in ('mailbox', 'report', 'first-look')),
  state text not null default 'open' check (state in ('open', 'confirmed', 'dismissed', 'merged')),
  merged_into uuid references bellwether.incident on delete set null,
  messages integer not null default 0,
  opened_at timestamptz not null,
  last_message_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  check ((organisation_id is null) <> (person_id is null))
);
create index incident_open on bellwether.incident (state, last_message_at desc);
create index incident_organisation on bellwether.incident (organisation_id, last_message_at desc);
create index incident_person on bellwether.incident (person_id, last_message_at desc);

-- The people whose mailboxes were reached.
create table bellwether.affected (
  incident_id uuid not null references bellwether.incident on delete cascade,
  person_id uuid not null references bellwether.person,
  organisation_id uuid,
  account_id uuid not null references bellwether.account,
  messages integer not null default 0,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (incident_id, person_id, account_id)
);
create index affected_person on bellwether.affected (person_id);

-- What mails of one campaign share, hashed; two of three in common make one incident.
create table bellwether.campaign_trace (
  incident_id uuid not null references bellwether.incident on delete cascade,
  organisation_id uuid,
  person_id uuid,
  part text not null check (part in ('sender', 'subject', 'payload')),
  hash bytea not null,
  seen_at timestamptz not null,
  primary key (incident_id, part, hash)
);
create index campaign_trace_hash on bellwether.campaign_trace (hash, part);

create table bellwether.finding (
  id uuid primary key,
  incident_id uuid not null references bellwether.incident on delete cascade,
  organisation_id uuid,
  person_id uuid,
  account_id uuid not null references bellwether.account,
  rule text not null,
  severity text not null,
  confidence real not null,
  technique text[] not null default '{}',
  -- The sentence's blanks and the quotations: {"facts":{…},"evidence":[…]}, sealed to the owner.
  sealed bytea not null,
  found_at timestamptz not null
);
create index finding_incident on bellwether.finding (incident_id);

-- A flagged message: the bytes and the harmless view of them, both sealed to the owner.
create table bellwether.flagged_message (
  id uuid primary key,
  incident_id uuid not null references bellwether.incident on delete cascade,
  organisation_id uuid,
  person_id uuid,
  account_id uuid not null references bellwether.account,
  -- The mailbox's own person, also in a work matter.
  reached uuid not null references bellwether.person,
  -- Where it lies: connection, folder, UIDVALIDITY, UID; null for a report.
  place jsonb,
  message_hash bytea not null,
  sealed_message bytea,
  sealed_view bytea not null,
  score real not null,
  verdict text not null,
  arrived_at timestamptz not null,
  found_at timestamptz not null
);
create index flagged_message_incident on bellwether.flagged_message (incident_id);
create unique index flagged_message_once on bellwether.flagged_message (account_id, message_hash);

-- Each decision about an incident; never changed afterwards.
create table bellwether.triage_step (
  id uuid primary key,
  incident_id uuid not null references bellwether.incident on delete cascade,
  organisation_id uuid,
  person_id uuid,
  by_person uuid not null references bellwether.person,
  step text not null check (step in ('confirm', 'dismiss', 'merge', 'reopen', 'note')),
  reason text not null default '',
  other_incident uuid references bellwether.incident on delete set null,
  at timestamptz not null
);
create index triage_step_incident on bellwether.triage_step (incident_id);

-- Who looked at what, for whom it concerns to read.
create table bellwether.looked_at (
  id uuid primary key,
  viewer uuid not null references bellwether.person,
  viewer_kind text not null,
  what text not null,
  incident_id uuid references bellwether.incident on delete set null,
  organisation_id uuid,
  person_id uuid,
  at timestamptz not null
);
create index looked_at_organisation on bellwether.looked_at (organisation_id, at desc);
create index looked_at_person on bellwether.looked_at (person_id, at desc);

create function bellwether.reached_me(incident uuid) returns boolean language sql stable
  as $$ select bellwether.me() is not null and exists (
    select from bellwether.affected a where a.incident_id = incident and a.person_id = bellwether.me()) $$;

alter table bellwether.affected enable row level security, force row level security;
create policy seen on bellwether.affected for select using (bellwether.may_see(person_id, organisation_id));
create policy made on bellwether.affected for insert with check (bellwether.is_programme());
create policy kept on bellwether.affected for update using (bellwether.is_programme() or (bellwether.is_analyst() and bellwether.may_see(person_id, organisation_id)));
create policy dropped on bellwether.affected for delete using (bellwether.is_programme());

alter table bellwether.incident enable row level security, force row level security;
create policy seen on bellwether.incident for select using (bellwether.may_see(person_id, organisation_id) or bellwether.reached_me(id));
create policy made on bellwether.incident for insert with check (bellwether.is_programme());
create policy kept on bellwether.incident for update using (
  bellwether.is_programme() or (bellwether.is_analyst() and bellwether.may_see(person_id, organisation_id)));
create policy dropped on bellwether.incident for delete using (bellwether.is_programme());

alter table bellwether.campaign_trace enable row level security, force row level security;
create policy all_programme on bellwether.campaign_trace using (bellwether.is_programme());

-- In a work matter a person reads what concerns their own mailbox, not a colleague's.
alter table bellwether.finding enable row level security, force row level security;
create policy seen on bellwether.finding for select using (
  bellwether.may_see(person_id, organisation_id)
  or exists (select from bellwether.account a where a.id = account_id and bellwether.is_me(a.person_id)));
create policy made on bellwether.finding for insert with check (bellwether.is_programme());
create policy dropped on bellwether.finding for delete using (bellwether.is_programme());

alter table bellwether.flagged_message enable row level security, force row level security;
create policy seen on bellwether.flagged_message for select using (bellwether.may_see(person_id, organisation_id) or bellwether.is_me(reached));
create policy made on bellwether.flagged_message for insert with check (bellwether.is_programme());
create policy kept on bellwether.flagged_message for update using (bellwether.is_programme());
create policy dropped on bellwether.flagged_message for delete using (bellwether.is_programme());

alter table bellwether.triage_step enable row level security, force row level security;
create policy seen on bellwether.triage_step for select using (bellwether.may_see(person_id, organisation_id));
create policy made on bellwether.triage_step for insert with check (
  bellwether.is_programme() or (bellwether.is_analyst() and bellwether.is_me(by_person) and bellwether.may_see(person_id, organisation_id)));

alter table bellwether.looked_at enable row level security, force row level security;
create policy seen on bellwether.looked_at for select using (
  bellwether.is_programme() or bellwether.is_me(person_id) or bellwether.is_my_organisation(organisation_id) or bellwether.is_me(viewer));
create policy made on bellwether.looked_at for insert with check (bellwether.is_programme() or bellwether.is_me(viewer));
create policy let_go on bellwether.looked_at for delete to current_user using (bellwether.is_programme());
