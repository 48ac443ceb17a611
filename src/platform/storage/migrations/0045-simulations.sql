-- Tests that an organisation ordered and staff registered beforehand: so that none is told as an attack, and nothing else hides behind one.
create table bellwether.simulation (
  id uuid primary key,
  organisation_id uuid not null references bellwether.organisation,
  -- Who holds it, as staff know it.
  name text not null,
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  -- Whole addresses, or domains; lower case.
  senders text[] not null,
  -- Every link of its mails leads to one of these.
  link_hosts text[] not null,
  -- One of them stands in each subject; empty: any subject.
  subject_words text[] not null,
  -- Whom its people may call, as they read it.
  contact text not null,
  registered_at timestamptz not null,
  registered_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  check (begins_at < ends_at and ends_at <= begins_at + interval '31 days')
);
create index simulation_organisation on bellwether.simulation (organisation_id, ends_at);

-- A mail of a registered test, by whom it reached; what anybody did with it is nobody's matter here.
create table bellwether.simulation_mail (
  account_id uuid not null references bellwether.account,
  message_hash bytea not null,
  simulation_id uuid not null references bellwether.simulation on delete cascade,
  person_id uuid not null references bellwether.person,
  organisation_id uuid not null,
  arrived_at timestamptz not null,
  noticed_at timestamptz not null,
  primary key (account_id, message_hash)
);
create index simulation_mail_person on bellwether.simulation_mail (person_id, arrived_at desc);
create index simulation_mail_of on bellwether.simulation_mail (simulation_id);

alter table bellwether.simulation_mail enable row level security, force row level security;
create policy seen on bellwether.simulation_mail for select using (
  bellwether.is_programme() or bellwether.is_me(person_id) or bellwether.is_analyst());
create policy made on bellwether.simulation_mail for insert with check (bellwether.is_programme());
-- For retention, which runs as the owner.
create policy let_go on bellwether.simulation_mail for delete to current_user using (bellwether.is_programme());

alter table bellwether.simulation enable row level security, force row level security;
-- Whom it may reach learns of it when it did.
create policy seen on bellwether.simulation for select using (
  bellwether.is_programme() or bellwether.is_analyst()
  or exists (select from bellwether.simulation_mail m where m.simulation_id = id and bellwether.is_me(m.person_id)));
create policy made on bellwether.simulation for insert with check (bellwether.is_programme() or bellwether.is_analyst());
create policy kept on bellwether.simulation for update using (bellwether.is_programme() or bellwether.is_analyst());
create policy let_go on bellwether.simulation for delete to current_user using (bellwether.is_programme());

-- The registered test that a mail was part of, whatever else it was judged.
alter table bellwether.message_verdict add column simulation_id uuid;
