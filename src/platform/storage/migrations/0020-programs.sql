-- Programs that ask with a token, and addresses of others that are told what
-- happens. A token acts for its organisation, or for the programme; nobody's
-- own matter opens to it, allowed or not.
create table bellwether.api_token (
  id uuid primary key,
  -- Null: for the programme.
  organisation_id uuid references bellwether.organisation,
  name text not null check (length(name) between 1 and 100),
  scopes text[] not null default '{}',
  token_hash bytea not null unique,
  made_by uuid not null,
  created_at timestamptz not null,
  ends_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid
);
create index api_token_organisation on bellwether.api_token (organisation_id);

-- Where events are sent to.
create table bellwether.webhook_endpoint (
  id uuid primary key,
  -- Null: the programme's own.
  organisation_id uuid references bellwether.organisation,
  url text not null check (length(url) <= 2000),
  -- Kinds of events it is told of.
  events text[] not null default '{}',
  -- The secret that signs, sealed for the organisation or the programme.
  sealed bytea not null,
  -- A person or a token.
  made_by uuid,
  created_at timestamptz not null,
  -- Since when nothing arrived; null while all is well.
  failing_since timestamptz,
  stopped_at timestamptz,
  removed_at timestamptz
);
create index webhook_endpoint_organisation on bellwether.webhook_endpoint (organisation_id);

-- One event for one endpoint. The body is kept as it is signed: ids and kinds, no names, no addresses.
create table bellwether.webhook_delivery (
  id uuid primary key,
  endpoint_id uuid not null references bellwether.webhook_endpoint,
  -- As its endpoint's.
  organisation_id uuid references bellwether.organisation,
  event_id uuid not null,
  event text not null,
  body text not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  tries integer not null default 0,
  created_at timestamptz not null,
  tried_at timestamptz,
  next_at timestamptz,
  -- What the other side answered at the last try: its status, or why there was none.
  answered text not null default '',
  unique (endpoint_id, event_id)
);
create index webhook_delivery_made on bellwether.webhook_delivery (endpoint_id, created_at desc);

create or replace function bellwether.my_organisation() returns uuid language sql stable
  as $$ select case when bellwether.who_kind() in ('administrator', 'token')
    then nullif(current_setting('bellwether.organisation', true), '')::uuid end $$;

create function bellwether.is_token() returns boolean language sql stable
  as $$ select bellwether.who_kind() in ('token', 'programme-token') $$;

create function bellwether.is_programme_token() returns boolean language sql stable
  as $$ select bellwether.who_kind() = 'programme-token' $$;

-- What a person allowed, they allowed people: no program reads a personal matter by it.
create or replace function bellwether.granted_to_my_organisation(person uuid, wanted text) returns boolean language sql stable
  as $$ select not bellwether.is_token() and exists (
    select from bellwether.access_grant g
    where g.person_id = person and g.organisation_id = bellwether.my_organisation()
      and (g.scope = wanted or g.scope = 'details') and g.until is null) $$;

-- A token of the programme is no analyst: it reads who takes part, who applies and what was given, and nothing else.
create policy seen_by_programs on bellwether.organisation for select using (bellwether.is_programme_token());
create policy seen_by_programs on bellwether.membership for select using (bellwether.is_programme_token());
create policy made_by_programs on bellwether.membership for insert with check (bellwether.is_programme_token());
create policy seen_by_programs on bellwether.person for select using (
  bellwether.is_programme_token() and exists (select from bellwether.membership m where m.person_id = id));
create policy made_by_programs on bellwether.person for insert with check (bellwether.is_programme_token());
create policy seen_by_programs on bellwether.account for select using (bellwether.is_programme_token() and kind = 'work');
create policy made_by_programs on bellwether.account for insert with check (bellwether.is_programme_token() and kind = 'work');
create policy seen_by_programs on bellwether.connection for select using (bellwether.is_programme_token() and organisation_id is not null);
create policy all_by_programs on bellwether.invitation using (bellwether.is_programme_token() and organisation_id is not null);
create policy seen_by_programs on bellwether.application for select using (bellwether.is_programme_token());
create policy seen_by_programs on bellwether.value_entry for select using (bellwether.is_programme_token());

-- No token makes, changes or reads tokens.
alter table bellwether.api_token enable row level security, force row level security;
create policy seen on bellwether.api_token for select using (
  not bellwether.is_token() and (bellwether.is_programme() or bellwether.is_analyst() or bellwether.is_my_organisation(organisation_id)));
create policy made on bellwether.api_token for insert with check (
  not bellwether.is_token() and bellwether.is_me(made_by)
  and ((bellwether.is_analyst() and organisation_id is null) or bellwether.is_my_organisation(organisation_id)));
create policy made_by_the_programme on bellwether.api_token for insert with check (bellwether.is_programme());
create policy kept on bellwether.api_token for update using (
  not bellwether.is_token() and (bellwether.is_programme() or bellwether.is_analyst() or bellwether.is_my_organisation(organisation_id)));
create policy let_go on bellwether.api_token for delete to current_user using (bellwether.is_programme());

-- The desk sees the programme's own endpoints; an organisation's are its own.
alter table bellwether.webhook_endpoint enable row level security, force row level security;
create policy all_own on bellwether.webhook_endpoint using (
  bellwether.is_programme() or ((bellwether.is_analyst() or bellwether.is_programme_token()) and organisation_id is null)
  or bellwether.is_my_organisation(organisation_id));
alter table bellwether.webhook_delivery enable row level security, force row level security;
create policy all_own on bellwether.webhook_delivery using (
  bellwether.is_programme() or ((bellwether.is_analyst() or bellwether.is_programme_token()) and organisation_id is null)
  or bellwether.is_my_organisation(organisation_id));
