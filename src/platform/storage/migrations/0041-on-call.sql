-- Who of the operator's staff is on call when: the programme's matter as a whole, kept by the desk; no organisation has rows here.
create table bellwether.on_call_schedule (
  id uuid primary key,
  name text not null unique,
  changed_at timestamptz not null,
  changed_by uuid
);

-- People who take turns; the layer with the lowest position that has somebody at a moment decides.
create table bellwether.on_call_layer (
  id uuid primary key,
  schedule_id uuid not null references bellwether.on_call_schedule on delete cascade,
  position integer not null,
  name text not null,
  -- IANA zone in which its hours are meant.
  time_zone text not null,
  starts_on date not null,
  -- Minute of the day at which turns are handed over.
  handover_minute integer not null check (handover_minute between 0 and 1439),
  every integer not null check (every between 1 and 400),
  unit text not null check (unit in ('hours', 'days', 'weeks')),
  -- When it has somebody at all: [{"weekdays","span":{"from","until"}}]; empty: always.
  hours jsonb not null
);
create index on_call_layer_schedule on bellwether.on_call_layer (schedule_id, position);

create table bellwether.on_call_turn (
  id uuid primary key,
  layer_id uuid not null references bellwether.on_call_layer on delete cascade,
  position integer not null,
  person_id uuid not null references bellwether.person
);
create index on_call_turn_layer on bellwether.on_call_turn (layer_id, position);

-- Somebody takes over from one moment to another, whatever the layers say.
create table bellwether.on_call_override (
  id uuid primary key,
  schedule_id uuid not null references bellwether.on_call_schedule on delete cascade,
  person_id uuid not null references bellwether.person,
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  made_at timestamptz not null,
  made_by uuid
);
create index on_call_override_schedule on bellwether.on_call_override (schedule_id, ends_at);

-- Whom to page one after the other while nobody answers.
create table bellwether.escalation (
  id uuid primary key,
  name text not null unique,
  -- How often all steps are gone through again.
  repeats integer not null check (repeats between 0 and 9),
  changed_at timestamptz not null,
  changed_by uuid
);

create table bellwether.escalation_step (
  id uuid primary key,
  escalation_id uuid not null references bellwether.escalation on delete cascade,
  position integer not null,
  schedule_id uuid references bellwether.on_call_schedule on delete cascade,
  person_id uuid references bellwether.person,
  -- So long is waited for an answer before the next step.
  then_minutes integer not null check (then_minutes between 0 and 1440),
  check ((schedule_id is null) <> (person_id is null))
);
create index escalation_step_of on bellwether.escalation_step (escalation_id, position);

alter table bellwether.on_call_schedule enable row level security, force row level security;
create policy all_staff on bellwether.on_call_schedule using (bellwether.is_programme() or bellwether.is_analyst());
alter table bellwether.on_call_layer enable row level security, force row level security;
create policy all_staff on bellwether.on_call_layer using (bellwether.is_programme() or bellwether.is_analyst());
alter table bellwether.on_call_turn enable row level security, force row level security;
create policy all_staff on bellwether.on_call_turn using (bellwether.is_programme() or bellwether.is_analyst());
alter table bellwether.on_call_override enable row level security, force row level security;
create policy all_staff on bellwether.on_call_override using (bellwether.is_programme() or bellwether.is_analyst());
alter table bellwether.escalation enable row level security, force row level security;
create policy all_staff on bellwether.escalation using (bellwether.is_programme() or bellwether.is_analyst());
alter table bellwether.escalation_step enable row level security, force row level security;
create policy all_staff on bellwether.escalation_step using (bellwether.is_programme() or bellwether.is_analyst());
