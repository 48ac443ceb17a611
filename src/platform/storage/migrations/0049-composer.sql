-- A notice that the staff write: to whom, in which words, and who agreed to it.
create table bellwether.composition (
  id uuid primary key,
  audience text not null check (audience in ('person', 'organisation', 'everybody', 'incident')),
  -- The person, the organisation or the incident; null for everybody.
  audience_id uuid,
  level text not null check (level in ('targeted', 'attempt-blocked', 'possible-access', 'confirmed-access')),
  -- By language: {"en": {"headline": "…", "says": ["…"]}}.
  wordings jsonb not null,
  -- What it asks, by name, in their order.
  steps text[] not null,
  state text not null check (state in ('draft', 'asked', 'sending', 'sent', 'withdrawn')),
  made_by uuid not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  -- How many it would have told when it was asked for, or was sent.
  people integer,
  approved_by uuid,
  approved_at timestamptz,
  sent_at timestamptz,
  check (approved_by <> made_by)
);
alter table bellwether.composition enable row level security, force row level security;
create policy all_staff on bellwether.composition using (bellwether.is_programme() or bellwether.is_analyst());

alter table bellwether.notice drop constraint notice_kind_check;
alter table bellwether.notice add constraint notice_kind_check
  check (kind in ('incident', 'first-look', 'organisation-told', 'digest', 'composed'));
alter table bellwether.notice add column composition_id uuid references bellwether.composition on delete set null;
-- However often its job begins anew, nobody is told twice.
create unique index notice_composed_once on bellwether.notice (person_id, composition_id) where composition_id is not null;
