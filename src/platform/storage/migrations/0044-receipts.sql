-- What became of each notice, as it happened: sent, arrived, read, done. Each receipt's hash stands in a batch, and each batch in the audit log's chain,
-- so that nobody can say later that it was otherwise.
create table bellwether.receipt_batch (
  id uuid primary key,
  noted_at timestamptz not null,
  -- The hashes of its receipts one after the other, 32 bytes each; they stay when the receipts go.
  hashes bytea not null,
  -- SHA-256 over them, as the audit log's entry has it.
  digest bytea not null,
  audit_seq bigint not null
);
alter table bellwether.receipt_batch enable row level security, force row level security;
create policy seen on bellwether.receipt_batch for select using (bellwether.is_programme() or bellwether.is_analyst());
create policy made on bellwether.receipt_batch for insert with check (bellwether.is_programme());

create table bellwether.receipt (
  id uuid primary key,
  notice_id uuid not null references bellwether.notice on delete cascade,
  person_id uuid not null references bellwether.person,
  organisation_id uuid,
  -- Null for what the person did.
  delivery_id uuid references bellwether.delivery on delete cascade,
  channel text,
  what text not null check (what in ('sent', 'delivered', 'bounced', 'failed', 'read', 'verified', 'acknowledged', 'done')),
  at timestamptz not null,
  hash bytea not null,
  batch_id uuid not null references bellwether.receipt_batch,
  unique nulls not distinct (notice_id, delivery_id, what)
);
create index receipt_person on bellwether.receipt (person_id);
alter table bellwether.receipt enable row level security, force row level security;
create policy seen on bellwether.receipt for select using (
  bellwether.is_programme() or bellwether.is_me(person_id)
  or (bellwether.is_analyst() and (organisation_id is not null or bellwether.granted_to_desk(person_id)))
  or bellwether.is_my_organisation(organisation_id));
create policy made on bellwether.receipt for insert with check (bellwether.is_programme());

-- What happened since the last batch is found without reading the rest.
create index delivery_happened on bellwether.delivery ((greatest(sent_at, ended_at))) where sent_at is not null or ended_at is not null;
create index notice_happened on bellwether.notice ((greatest(read_at, verified_at, acknowledged_at, done_at)))
  where coalesce(read_at, verified_at, acknowledged_at, done_at) is not null;
