-- Tools of the desk: what examined mails can be found by, who else got a
-- campaign, and the mails that rules are tested on.

-- One row an examined mail, with where it lies and what was said of it.
create table bellwether.mail_trace (
  id uuid primary key,
  connection_id uuid not null references bellwether.connection on delete cascade,
  folder text not null,
  uid_validity bigint not null,
  uid bigint not null,
  person_id uuid not null references bellwether.person,
  organisation_id uuid references bellwether.organisation,
  in_junk boolean not null,
  -- What was said of it then; a later look may have said more (see message_verdict).
  verdict text not null check (verdict in ('dangerous', 'careful', 'fine')),
  arrived_at timestamptz not null,
  examined_at timestamptz not null
);
create unique index mail_trace_place on bellwether.mail_trace (connection_id, folder, uid_validity, uid);
create index mail_trace_examined on bellwether.mail_trace (examined_at);

-- What it can be found by: keyed hashes (16 bytes of HMAC-SHA-256) of its
-- sender, hosts, subject, files and campaign, never the words themselves. A
-- row each and no array, since under row-level security only an operator that
-- cannot leak, as the equality of bytea, may use an index.
create table bellwether.mail_trace_hash (
  mail_id uuid not null references bellwether.mail_trace on delete cascade,
  person_id uuid not null,
  organisation_id uuid,
  hash bytea not null,
  primary key (mail_id, hash)
);
create index mail_trace_hash_hash on bellwether.mail_trace_hash (hash);

-- The campaign hashes of an incident's mails, the same for every owner, so
-- that the programme can find the campaign elsewhere. No tenant reads them.
create table bellwether.incident_trace (
  incident_id uuid not null references bellwether.incident on delete cascade,
  organisation_id uuid,
  person_id uuid,
  hash bytea not null,
  seen_at timestamptz not null,
  primary key (incident_id, hash)
);

-- "Everybody who got this is told": asked for by an analyst, from an incident
-- that was confirmed or from a hunt, and alive for some days.
create table bellwether.reach (
  id uuid primary key,
  -- Null for a hunt.
  incident_id uuid references bellwether.incident on delete cascade,
  -- Whose incident it is; both null for a hunt.
  organisation_id uuid,
  person_id uuid,
  -- 'campaign', or what was hunted: 'sender', 'link-host' …
  kind text not null,
  -- Filled by the job from the incident's mails; a hunt's is there at once.
  hashes bytea[] not null default '{}',
  by_person uuid not null references bellwether.person,
  reason text not null default '',
  asked_at timestamptz not null,
  until timestamptz not null
);
create index reach_incident on bellwether.reach (incident_id);
create index reach_until on bellwether.reach (until);

-- Each mail that is read again for it. Whose they are is no tenant's business;
-- the desk sees counts.
create table bellwether.reach_mail (
  connection_id uuid not null references bellwether.connection on delete cascade,
  folder text not null,
  uid_validity bigint not null,
  uid bigint not null,
  reach_id uuid not null references bellwether.reach on delete cascade,
  person_id uuid not null,
  organisation_id uuid,
  outcome text not null default 'waiting' check (outcome in ('waiting', 'told', 'known', 'dismissed', 'left', 'gone')),
  done_at timestamptz,
  primary key (connection_id, folder, uid_validity, uid, reach_id)
);
create index reach_mail_reach on bellwether.reach_mail (reach_id, outcome);

-- Mails with the true label, kept to test the rules on: sealed to their owner,
-- a personal one only while its person lets the desk see findings.
create table bellwether.evaluation_mail (
  id uuid primary key,
  organisation_id uuid references bellwether.organisation,
  person_id uuid references bellwether.person,
  account_id uuid not null references bellwether.account,
  reached uuid not null references bellwether.person,
  incident_id uuid references bellwether.incident on delete set null,
  label text not null check (label in ('honest', 'hostile')),
  source text not null check (source in ('incident', 'report', 'hunt')),
  message_hash bytea not null,
  sealed_message bytea not null,
  -- What it was judged with: {"recipient","trustedAuthserv"}.
  sealed_context bytea not null,
  verdict_then text not null,
  -- The last two tests; null before the first.
  verdict_before text,
  rules_before text[],
  verdict_now text,
  rules_now text[],
  tested_at timestamptz,
  -- The run that tested it last, so that a run that is taken up again counts nothing twice.
  tested_in uuid,
  reason text not null default '',
  by_person uuid not null references bellwether.person,
  labelled_at timestamptz not null
);
create unique index evaluation_mail_once on bellwether.evaluation_mail (account_id, message_hash);
create index evaluation_mail_labelled on bellwether.evaluation_mail (labelled_at desc);
create index evaluation_mail_person on bellwether.evaluation_mail (person_id);

alter table bellwether.mail_trace enable row level security, force row level security;
create policy seen on bellwether.mail_trace for select using (
  bellwether.is_programme() or bellwether.is_me(person_id) or (bellwether.is_analyst() and bellwether.may_see(person_id, organisation_id)));
create policy made on bellwether.mail_trace for insert with check (bellwether.is_programme());
create policy kept on bellwether.mail_trace for update using (bellwether.is_programme());
create policy dropped on bellwether.mail_trace for delete using (bellwether.is_programme());

alter table bellwether.mail_trace_hash enable row level security, force row level security;
create policy seen on bellwether.mail_trace_hash for select using (
  bellwether.is_programme() or bellwether.is_me(person_id) or (bellwether.is_analyst() and bellwether.may_see(person_id, organisation_id)));
create policy made on bellwether.mail_trace_hash for insert with check (bellwether.is_programme());
create policy dropped on bellwether.mail_trace_hash for delete using (bellwether.is_programme());

alter table bellwether.incident_trace enable row level security, force row level security;
create policy all_programme on bellwether.incident_trace using (bellwether.is_programme());

-- An analyst sees a hunt's, and those of incidents they may see.
create function bellwether.desk_may_see(person uuid, organisation uuid) returns boolean language sql stable
  as $$ select bellwether.is_programme() or (bellwether.is_analyst()
    and ((person is null and organisation is null) or bellwether.may_see(person, organisation))) $$;

alter table bellwether.reach enable row level security, force row level security;
create policy seen on bellwether.reach for select using (bellwether.desk_may_see(person_id, organisation_id));
create policy made on bellwether.reach for insert with check (
  bellwether.is_programme() or (bellwether.is_me(by_person) and bellwether.desk_may_see(person_id, organisation_id)));
create policy kept on bellwether.reach for update using (bellwether.desk_may_see(person_id, organisation_id));
create policy dropped on bellwether.reach for delete using (bellwether.is_programme());

alter table bellwether.reach_mail enable row level security, force row level security;
create policy all_programme on bellwether.reach_mail using (bellwether.is_programme());

alter table bellwether.evaluation_mail enable row level security, force row level security;
create policy seen on bellwether.evaluation_mail for select using (
  bellwether.is_programme() or (bellwether.is_analyst() and bellwether.may_see(person_id, organisation_id)));
create policy made on bellwether.evaluation_mail for insert with check (bellwether.is_programme());
create policy kept on bellwether.evaluation_mail for update using (bellwether.is_programme());
create policy dropped on bellwether.evaluation_mail for delete using (
  bellwether.is_programme() or (bellwether.is_analyst() and bellwether.may_see(person_id, organisation_id)));

-- A mail that is judged again with what the desk found out elsewhere keeps its new verdict.
create policy kept on bellwether.message_verdict for update using (bellwether.is_programme());
