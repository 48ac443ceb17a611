-- Signing in elsewhere: a provider says whose mailbox it is, or who of the staff somebody is.

-- A browser was sent to a provider and is awaited back; gone when it came, or after ten minutes.
create table bellwether.sign_in_elsewhere (
  -- Of the state that goes there and back. The nonce and PKCE's verifier are made from it by the vault.
  token_hash bytea primary key,
  -- Of a cookie: whoever brings an answer must be the browser that asked.
  browser_hash bytea not null,
  purpose text not null check (purpose in ('prove-address', 'staff-sign-in', 'staff-bind')),
  provider text not null check (provider in ('microsoft', 'google', 'staff')),
  -- Who is signed in here meanwhile; null: nobody yet.
  person_id uuid references bellwether.person,
  account_id uuid references bellwether.account,
  -- The page that a new session begins with.
  next text not null default '',
  created_at timestamptz not null,
  expires_at timestamptz not null
);

-- Whom of the staff a provider's subject is; bound once, by themselves.
create table bellwether.staff_identity (
  -- Keyed, of issuer and subject: what the provider calls somebody stands nowhere.
  hash bytea primary key,
  person_id uuid not null references bellwether.person,
  issuer text not null,
  bound_at timestamptz not null,
  last_used_at timestamptz
);
create unique index staff_identity_person on bellwether.staff_identity (person_id, issuer);

alter table bellwether.session
  -- The keyed hash of the identity that began it, so that the provider can end it.
  add column identity_hash bytea,
  -- The same of the provider's own session.
  add column identity_session_hash bytea;

alter table bellwether.sign_in_elsewhere enable row level security, force row level security;
create policy all_programme on bellwether.sign_in_elsewhere using (bellwether.is_programme());

alter table bellwether.staff_identity enable row level security, force row level security;
create policy all_own on bellwether.staff_identity using (bellwether.is_programme() or bellwether.is_me(person_id));
