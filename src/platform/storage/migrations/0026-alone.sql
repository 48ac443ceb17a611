-- Somebody enrols without an organisation: an address that is not yet proven is nobody's account, and no person either.
create table bellwether.alone_start (
  id uuid primary key,
  -- Held by the form that asked: tries without it count against nothing.
  token_hash bytea not null unique,
  address text not null check (length(address) <= 320),
  address_folded text not null,
  language text not null,
  code_hash bytea not null,
  tries integer not null default 0,
  asked_from bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index alone_start_address on bellwether.alone_start (address_folded, created_at);

alter table bellwether.alone_start enable row level security, force row level security;
create policy all_programme on bellwether.alone_start using (bellwether.is_programme());

-- An invitation taken up by somebody who is a person here already: the row that was made for it goes.
create policy joined_as_another on bellwether.membership for delete using (bellwether.is_programme());
