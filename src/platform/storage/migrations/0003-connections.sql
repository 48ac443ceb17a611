-- How we see an account, how far we have read, and what each message was.
create table bellwether.connection (
  id uuid primary key,
  account_id uuid not null references bellwether.account,
  person_id uuid not null references bellwether.person,
  organisation_id uuid references bellwether.organisation,
  kind text not null check (kind in ('imap')),
  -- host, port, tls (implicit|starttls|none), user, how (password|xoauth2), trustedAuthserv. Never a secret.
  settings jsonb not null,
  state text not null default 'new' check (state in ('new', 'watching', 'failing', 'refused', 'paused', 'ended')),
  -- One sentence for the person while state is failing or refused.
  trouble text,
  -- Last time the server answered us.
  last_seen_at timestamptz,
  -- Silence longer than this becomes an operator alert.
  promise_seconds integer not null default 900,
  -- The first look: how many messages it holds and how many wait; null before it was counted.
  first_look_total integer,
  first_look_left integer,
  created_at timestamptz not null,
  ended_at timestamptz
);
create unique index connection_account on bellwether.connection (account_id) where ended_at is null;
create index connection_person on bellwether.connection (person_id);
create index connection_organisation on bellwether.connection (organisation_id);

-- The mailbox password or token, sealed; only the programme opens it.
create table bellwether.connection_secret (
  connection_id uuid primary key references bellwether.connection on delete cascade,
  person_id uuid not null references bellwether.person,
  sealed bytea not null
);

create table bellwether.mailbox_cursor (
  connection_id uuid not null references bellwether.connection on delete cascade,
  person_id uuid not null,
  organisation_id uuid,
  folder text not null,
  uid_validity bigint not null,
  -- Every message with a UID up to this one has its job.
  last_uid bigint not null,
  -- Written by the process that holds the connection's claim; an older epoch may not write.
  epoch bigint not null,
  moved_at timestamptz not null,
  primary key (connection_id, folder)
);

-- One row a message examined: what it was, never what it said. By day of arrival.
create table bellwether.message_verdict (
  person_id uuid not null,
  organisation_id uuid,
  connection_id uuid not null,
  folder text not null,
  uid_validity bigint not null,
  uid bigint not null,
  arrived_on date not null,
  -- SHA-256 of the Message-ID under the connection's id: the same mail in two folders is judged once.
  message_hash bytea not null,
  verdict text not null check (verdict in ('dangerous', 'careful', 'fine', 'gone')),
  score real not null,
  -- Milliseconds from the server's INTERNALDATE to the verdict.
  waited_ms bigint,
  examined_at timestamptz not null,
  primary key (connection_id, folder, uid_validity, uid, arrived_on)
) partition by range (arrived_on);
create table bellwether.message_verdict_other partition of bellwether.message_verdict default;
create index message_verdict_hash on bellwether.message_verdict (connection_id, message_hash);
create index message_verdict_examined on bellwether.message_verdict (examined_at);

-- A report that was accepted over SMTP and waits for its verdict: sealed, deleted with it.
create table bellwether.report_spool (
  id uuid primary key,
  person_id uuid not null references bellwether.person,
  sealed bytea not null,
  received_at timestamptz not null
);

-- The per-person address that reports are forwarded to: the secret part of it.
create table bellwether.report_address (
  person_id uuid primary key references bellwether.person,
  local_part text not null unique,
  created_at timestamptz not null
);

alter table bellwether.connection enable row level security, force row level security;
create policy seen on bellwether.connection for select using (
  bellwether.is_programme() or bellwether.is_me(person_id)
  or (organisation_id is not null and (bellwether.is_analyst() or bellwether.is_my_organisation(organisation_id))));
create policy made on bellwether.connection for insert with check (bellwether.is_programme() or bellwether.is_me(person_id));
create policy kept on bellwether.connection for update using (bellwether.is_programme() or bellwether.is_me(person_id));

alter table bellwether.connection_secret enable row level security, force row level security;
create policy opened on bellwether.connection_secret for select using (bellwether.is_programme());
create policy made on bellwether.connection_secret for insert with check (bellwether.is_programme() or bellwether.is_me(person_id));
create policy kept on bellwether.connection_secret for update using (bellwether.is_programme());
create policy dropped on bellwether.connection_secret for delete using (bellwether.is_programme());

alter table bellwether.mailbox_cursor enable row level security, force row level security;
create policy all_programme on bellwether.mailbox_cursor using (bellwether.is_programme());

alter table bellwether.message_verdict enable row level security, force row level security;
create policy seen on bellwether.message_verdict for select using (bellwether.may_see(person_id, organisation_id));
create policy made on bellwether.message_verdict for insert with check (bellwether.is_programme());
create policy dropped on bellwether.message_verdict for delete using (bellwether.is_programme());
alter table bellwether.message_verdict_other enable row level security, force row level security;

alter table bellwether.report_spool enable row level security, force row level security;
create policy all_programme on bellwether.report_spool using (bellwether.is_programme());

alter table bellwether.report_address enable row level security, force row level security;
create policy all_own on bellwether.report_address using (bellwether.is_programme() or bellwether.is_me(person_id));
