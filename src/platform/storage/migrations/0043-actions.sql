-- What a notice asks of its person: at most three steps, each with its own end.
create table bellwether.notice_action (
  id uuid primary key,
  notice_id uuid not null references bellwether.notice on delete cascade,
  person_id uuid not null references bellwether.person,
  -- As the notice has it.
  organisation_id uuid,
  -- An entry of notify's catalogue of actions.
  action text not null,
  -- 1: what helps most.
  place integer not null check (place between 1 and 3),
  asked_at timestamptz not null,
  done_at timestamptz,
  -- signal: we saw it happen · person: they said so · desk: staff did, after speaking with them
  done_by text check (done_by in ('signal', 'person', 'desk')),
  -- When the person last took back that it was done.
  undone_at timestamptz,
  check ((done_at is null) = (done_by is null)),
  unique (notice_id, action)
);
create index notice_action_open on bellwether.notice_action (person_id, action) where done_at is null;

alter table bellwether.notice_action enable row level security, force row level security;
create policy seen on bellwether.notice_action for select using (
  bellwether.is_programme() or bellwether.is_me(person_id)
  or (bellwether.is_analyst() and (organisation_id is not null or bellwether.granted_to_desk(person_id)))
  or bellwether.is_my_organisation(organisation_id));
create policy made on bellwether.notice_action for insert with check (bellwether.is_programme());
create policy kept on bellwether.notice_action for update using (bellwether.is_programme());

alter table bellwether.notice
  -- How many reminders of it were written.
  add column reminders integer not null default 0;
create index notice_to_remind on bellwether.notice (decided_at) where done_at is null and not digest;
