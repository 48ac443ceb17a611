-- A mailbox at home is read by more than one adult: its person lets the others be told too, each by their own acceptance.
create table bellwether.household_link (
  id uuid primary key,
  -- Whose account it is, and the account.
  person_id uuid not null references bellwether.person,
  account_id uuid not null references bellwether.account,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz
);
create index household_link_account on bellwether.household_link (account_id);

create table bellwether.account_share (
  account_id uuid not null references bellwether.account,
  -- Whose account it is.
  person_id uuid not null references bellwether.person,
  -- Who is told of what happens to it, and sees nothing else of it.
  sharer uuid not null references bellwether.person,
  since timestamptz not null,
  until timestamptz,
  primary key (account_id, sharer)
);
create index account_share_sharer on bellwether.account_share (sharer);

alter table bellwether.household_link enable row level security, force row level security;
create policy all_own on bellwether.household_link using (bellwether.is_programme() or bellwether.is_me(person_id));

alter table bellwether.account_share enable row level security, force row level security;
create policy seen on bellwether.account_share for select using (
  bellwether.is_programme() or bellwether.is_me(person_id) or bellwether.is_me(sharer));
create policy made on bellwether.account_share for insert with check (bellwether.is_programme());
create policy kept on bellwether.account_share for update using (bellwether.is_programme());
