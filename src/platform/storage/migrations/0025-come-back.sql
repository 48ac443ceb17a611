-- Six digits that open an application again on another device. Each belongs to the form that asked for it, so that a
-- stranger who knows the contact's address tries, and uses up, none but their own.
create table bellwether.come_back_code (
  id uuid primary key,
  application_id uuid not null references bellwether.application on delete cascade,
  code_hash bytea not null,
  tries integer not null default 0,
  -- Held by the form that asked: tries without it count against nothing.
  challenge_hash bytea not null,
  -- Keyed hash of where it was asked from, so that nobody uses up another's share.
  asked_from bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index come_back_code_application on bellwether.come_back_code (application_id, created_at);

alter table bellwether.come_back_code enable row level security, force row level security;
create policy all_programme on bellwether.come_back_code using (bellwether.is_programme());
