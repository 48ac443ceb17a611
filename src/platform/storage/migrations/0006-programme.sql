-- The programme's own: settings, keys, alerts about the product, audit, elections, limits, jobs.
create table bellwether.setting (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid
);

-- Data keys, each wrapped by the operator's key-encryption key.
create table bellwether.data_key (
  id uuid primary key,
  owner_kind text not null check (owner_kind in ('organisation', 'person', 'programme')),
  -- The nil UUID for the programme's own.
  owner_id uuid not null,
  wrapped bytea not null,
  kek_id text not null,
  created_at timestamptz not null,
  unique (owner_kind, owner_id)
);
create index data_key_kek on bellwether.data_key (kek_id);

-- An alert about the product itself: a connector is blind, a notice could not be delivered.
create table bellwether.operator_alert (
  id uuid primary key,
  -- connection-silent · connection-refused · notice-undelivered · no-other-address · job-failed · mail-not-judged
  kind text not null,
  -- What it is about; one open alert a kind and subject.
  subject text not null,
  organisation_id uuid references bellwether.organisation,
  person_id uuid references bellwether.person,
  severity text not null,
  -- One sentence, and what may be missed while it lasts. No mail text, no personal address.
  says text not null,
  opened_at timestamptz not null,
  closed_at timestamptz
);
create unique index operator_alert_open on bellwether.operator_alert (kind, subject) where closed_at is null;

-- Append-only; each entry carries the hash of the one before.
create table bellwether.audit_entry (
  seq bigint primary key,
  at timestamptz not null,
  actor_kind text not null,
  actor uuid,
  action text not null,
  subject text not null,
  organisation_id uuid,
  person_id uuid,
  details jsonb not null,
  previous_hash bytea not null,
  hash bytea not null
);
create function bellwether.audit_is_append_only() returns trigger language plpgsql
  as $$ begin raise exception 'the audit log is append-only'; end $$;
create trigger append_only before update or delete on bellwether.audit_entry
  for each row execute function bellwether.audit_is_append_only();
create trigger append_only_whole before truncate on bellwether.audit_entry
  for each statement execute function bellwether.audit_is_append_only();

-- Where the log ends (head) and what its oldest kept entry holds on to (anchor).
create table bellwether.audit_mark (
  place text primary key check (place in ('head', 'anchor')),
  seq bigint not null,
  hash bytea not null
);
insert into bellwether.audit_mark (place, seq, hash)
  select place, 0, decode(repeat('00', 32), 'hex') from unnest(array['head', 'anchor']) as place;
create function bellwether.audit_moves_on() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    update bellwether.audit_mark set seq = new.seq, hash = new.hash
      where place = 'head' and seq = new.seq - 1 and hash = new.previous_hash;
    if not found then raise exception 'the audit log goes on from its last entry'; end if;
    return new;
  end $$;
create trigger moves_on after insert on bellwether.audit_entry
  for each row execute function bellwether.audit_moves_on();

-- Who leads what, and how often that changed; a checkpoint of an older epoch is refused.
create table bellwether.election (
  post text primary key,
  epoch bigint not null,
  holder text not null,
  since timestamptz not null
);

create table bellwether.rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

alter table bellwether.setting enable row level security, force row level security;
create policy all_staff on bellwether.setting using (bellwether.is_programme() or bellwether.is_analyst());
alter table bellwether.data_key enable row level security, force row level security;
create policy all_programme on bellwether.data_key using (bellwether.is_programme());
alter table bellwether.operator_alert enable row level security, force row level security;
create policy seen on bellwether.operator_alert for select using (bellwether.is_programme() or bellwether.is_analyst());
create policy made on bellwether.operator_alert for insert with check (bellwether.is_programme());
create policy kept on bellwether.operator_alert for update using (bellwether.is_programme() or bellwether.is_analyst());
create policy let_go on bellwether.operator_alert for delete to current_user using (bellwether.is_programme());
alter table bellwether.audit_entry enable row level security, force row level security;
create policy seen on bellwether.audit_entry for select using (
  bellwether.is_programme() or bellwether.is_analyst() or bellwether.is_me(person_id) or bellwether.is_my_organisation(organisation_id));
create policy made on bellwether.audit_entry for insert with check (bellwether.who_kind() <> '');
-- For retention, which runs as the owner.
create policy let_go on bellwether.audit_entry for delete to current_user using (bellwether.is_programme());
-- A number and a hash; whoever records needs them. Only the owner writes.
alter table bellwether.audit_mark enable row level security, force row level security;
create policy seen on bellwether.audit_mark for select using (bellwether.who_kind() <> '');
create policy kept on bellwether.audit_mark to current_user using (true);
alter table bellwether.election enable row level security, force row level security;
create policy all_programme on bellwether.election using (bellwether.is_programme());
-- Holds hashed addresses and counters only; the limiter works outside any tenant.
alter table bellwether.rate_limit enable row level security, force row level security;
create policy open on bellwether.rate_limit using (true);

-- The one way to enqueue: in the caller's transaction, as the owner of the job schema.
-- jobs: [{"task","payload","key"?,"keyMode"?,"runAt"?,"maxAttempts"?,"priority"?,"queue"?}]
create function bellwether.enqueue(jobs jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if jsonb_array_length(jobs) = 0 then return; end if;
    perform graphile_worker.add_jobs(
      array(select row(
          job ->> 'task', coalesce(job -> 'payload', '{}'::jsonb)::json, job ->> 'queue', (job ->> 'runAt')::timestamptz,
          (job ->> 'maxAttempts')::smallint, job ->> 'key', (job ->> 'priority')::smallint, null)::graphile_worker.job_spec
        from jsonb_array_elements(jobs) as job));
  end $$;
revoke all on function bellwether.enqueue(jsonb) from public;

-- How much work waits, for the health page; numbers only, of no tenant.
create function bellwether.job_figures() returns table (waiting bigint, failed bigint, oldest_seconds double precision)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    return query select
      count(*) filter (where attempts < max_attempts),
      count(*) filter (where attempts >= max_attempts),
      coalesce(extract(epoch from now() - min(run_at) filter (where attempts < max_attempts and run_at <= now())), 0)::double precision
      from graphile_worker.jobs;
  end $$;
revoke all on function bellwether.job_figures() from public;
