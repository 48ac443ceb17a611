-- Who takes part: organisations, people, what they are to each other, their
-- accounts, what they allowed, and how they sign in.
create table bellwether.organisation (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  kind text not null default 'other',
  country text,
  -- The organisation's own mail domains, lower case; impersonation is judged against them.
  domains text[] not null default '{}',
  -- Vendors and brands of its circle: [{"name","domains":[…]}].
  vendors jsonb not null default '[]',
  brands jsonb not null default '[]',
  created_at timestamptz not null,
  closed_at timestamptz
);

create table bellwether.person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  language text not null default 'en',
  created_at timestamptz not null,
  erased_at timestamptz
);

create table bellwether.membership (
  organisation_id uuid not null references bellwether.organisation,
  person_id uuid not null references bellwether.person,
  role text not null check (role in ('member', 'administrator')),
  title text,
  since timestamptz not null,
  until timestamptz,
  primary key (organisation_id, person_id)
);
create index membership_person on bellwether.membership (person_id);

-- People who work for the operator.
create table bellwether.staff (
  person_id uuid primary key references bellwether.person,
  role text not null check (role in ('operator', 'analyst')),
  since timestamptz not null,
  until timestamptz
);

create table bellwether.account (
  id uuid primary key,
  person_id uuid not null references bellwether.person,
  -- Set for work accounts, null for personal ones: whose matter the account is.
  organisation_id uuid references bellwether.organisation,
  kind text not null check (kind in ('work', 'personal')),
  -- As the person wrote it, and lower case with the domain in ASCII.
  address text not null check (length(address) <= 320),
  address_folded text not null,
  -- When the person proved that they read it; notices go to proven addresses only.
  proven_at timestamptz,
  -- Set while mail to it bounces.
  bouncing_since timestamptz,
  created_at timestamptz not null,
  removed_at timestamptz,
  check ((kind = 'work') = (organisation_id is not null))
);
create unique index account_of_person on bellwether.account (person_id, address_folded) where removed_at is null;
create index account_address on bellwether.account (address_folded) where removed_at is null;
create index account_organisation on bellwether.account (organisation_id);

-- The six digits that prove an address or open the door without a passkey; hashed.
create table bellwether.mail_code (
  id uuid primary key,
  person_id uuid not null references bellwether.person,
  account_id uuid references bellwether.account,
  purpose text not null check (purpose in ('prove-address', 'sign-in')),
  code_hash bytea not null,
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index mail_code_person on bellwether.mail_code (person_id, purpose);

create table bellwether.consent (
  id uuid primary key,
  person_id uuid not null references bellwether.person,
  organisation_id uuid references bellwether.organisation,
  account_id uuid references bellwether.account,
  -- examine-mail · organisation-is-told · desk-sees-findings
  purpose text not null,
  version text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create index consent_person on bellwether.consent (person_id, purpose);

-- What a consent opens to others; row-level policies read it. A grant to the
-- desk has no organisation.
create table bellwether.access_grant (
  id uuid primary key,
  person_id uuid not null references bellwether.person,
  organisation_id uuid references bellwether.organisation,
  to_desk boolean not null,
  -- told: that something happened · details: the findings themselves
  scope text not null check (scope in ('told', 'details')),
  consent_id uuid not null references bellwether.consent,
  since timestamptz not null,
  until timestamptz,
  check (to_desk = (organisation_id is null))
);
create index access_grant_person on bellwether.access_grant (person_id);

create table bellwether.invitation (
  id uuid primary key,
  -- Null for the first sign-in of the operator.
  organisation_id uuid references bellwether.organisation,
  person_id uuid not null references bellwether.person,
  token_hash bytea not null unique,
  made_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz
);
create index invitation_person on bellwether.invitation (person_id);

create table bellwether.session (
  token_hash bytea primary key,
  person_id uuid not null references bellwether.person,
  method text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_person on bellwether.session (person_id);

create table bellwether.passkey (
  credential_id text primary key,
  person_id uuid not null references bellwether.person,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_person on bellwether.passkey (person_id);

-- What a browser must sign, between two requests.
create table bellwether.passkey_challenge (
  id uuid primary key,
  person_id uuid references bellwether.person,
  challenge text not null,
  expires_at timestamptz not null
);

-- A live grant lets an organisation's administrators see a person's matter.
create function bellwether.granted_to_my_organisation(person uuid, wanted text) returns boolean language sql stable
  as $$ select exists (
    select from bellwether.access_grant g
    where g.person_id = person and g.organisation_id = bellwether.my_organisation()
      and (g.scope = wanted or g.scope = 'details') and g.until is null) $$;

create function bellwether.granted_to_desk(person uuid) returns boolean language sql stable
  as $$ select exists (
    select from bellwether.access_grant g where g.person_id = person and g.to_desk and g.until is null) $$;

-- Whether a matter is visible to whoever asks: its person, its organisation's
-- administrators, the desk for work matters, anybody else by grant only.
create function bellwether.may_see(person uuid, organisation uuid) returns boolean language sql stable
  as $$ select bellwether.is_programme()
    or bellwether.is_me(person)
    or bellwether.is_my_organisation(organisation)
    or (bellwether.is_analyst() and organisation is not null)
    or (organisation is null and person is not null and (
      (bellwether.is_analyst() and bellwether.granted_to_desk(person))
      or (bellwether.my_organisation() is not null and bellwether.granted_to_my_organisation(person, 'details')))) $$;

alter table bellwether.organisation enable row level security, force row level security;
create policy seen on bellwether.organisation for select using (
  bellwether.is_programme() or bellwether.is_analyst() or bellwether.is_my_organisation(id)
  or exists (select from bellwether.membership m where m.organisation_id = id and bellwether.is_me(m.person_id)));
create policy made on bellwether.organisation for insert with check (bellwether.is_programme() or bellwether.is_analyst());
create policy kept on bellwether.organisation for update using (bellwether.is_programme() or bellwether.is_analyst() or bellwether.is_my_organisation(id));

alter table bellwether.membership enable row level security, force row level security;
create policy seen on bellwether.membership for select using (
  bellwether.is_programme() or bellwether.is_analyst() or bellwether.is_me(person_id) or bellwether.is_my_organisation(organisation_id));
create policy made on bellwether.membership for insert with check (
  bellwether.is_programme() or bellwether.is_analyst() or bellwether.is_my_organisation(organisation_id));
create policy kept on bellwether.membership for update using (
  bellwether.is_programme() or bellwether.is_analyst() or bellwether.is_my_organisation(organisation_id));

alter table bellwether.person enable row level security, force row level security;
create policy seen on bellwether.person for select using (
  bellwether.is_programme() or bellwether.is_me(id)
  or (bellwether.is_analyst() and (
    exists (select from bellwether.membership m where m.person_id = id)
    or exists (select from bellwether.staff s where s.person_id = id)
    or bellwether.granted_to_desk(id)))
  or exists (select from bellwether.membership m where m.person_id = id and bellwether.is_my_organisation(m.organisation_id)));
-- A new person is made first and becomes a member in the same transaction.
create policy made on bellwether.person for insert with check (
  bellwether.is_programme() or bellwether.is_analyst() or bellwether.my_organisation() is not null);
create policy kept on bellwether.person for update using (bellwether.is_programme() or bellwether.is_me(id));

alter table bellwether.staff enable row level security, force row level security;
create policy seen on bellwether.staff for select using (bellwether.is_programme() or bellwether.is_analyst() or bellwether.is_me(person_id));
create policy made on bellwether.staff for insert with check (bellwether.is_programme());
create policy kept on bellwether.staff for update using (bellwether.is_programme());

-- A personal address is nobody's but the person's: not the desk's, not the organisation's.
alter table bellwether.account enable row level security, force row level security;
create policy seen on bellwether.account for select using (
  bellwether.is_programme() or bellwether.is_me(person_id)
  or (kind = 'work' and (bellwether.is_analyst() or bellwether.is_my_organisation(organisation_id))));
create policy made on bellwether.account for insert with check (
  bellwether.is_programme() or bellwether.is_me(person_id)
  or (kind = 'work' and (bellwether.is_analyst() or bellwether.is_my_organisation(organisation_id))));
create policy kept on bellwether.account for update using (
  bellwether.is_programme() or bellwether.is_me(person_id) or (kind = 'work' and bellwether.is_my_organisation(organisation_id)));

alter table bellwether.mail_code enable row level security, force row level security;
create policy all_own on bellwether.mail_code using (bellwether.is_programme() or bellwether.is_me(person_id));

alter table bellwether.consent enable row level security, force row level security;
create policy seen on bellwether.consent for select using (bellwether.is_programme() or bellwether.is_me(person_id));
create policy made on bellwether.consent for insert with check (bellwether.is_programme() or bellwether.is_me(person_id));
create policy kept on bellwether.consent for update using (bellwether.is_programme() or bellwether.is_me(person_id));

alter table bellwether.access_grant enable row level security, force row level security;
create policy seen on bellwether.access_grant for select using (
  bellwether.is_programme() or bellwether.is_me(person_id) or bellwether.is_my_organisation(organisation_id) or (bellwether.is_analyst() and to_desk));
create policy made on bellwether.access_grant for insert with check (bellwether.is_programme() or bellwether.is_me(person_id));
create policy kept on bellwether.access_grant for update using (bellwether.is_programme() or bellwether.is_me(person_id));

alter table bellwether.invitation enable row level security, force row level security;
create policy all_seen on bellwether.invitation using (
  bellwether.is_programme() or (bellwether.is_analyst() and organisation_id is not null) or bellwether.is_my_organisation(organisation_id));

alter table bellwether.session enable row level security, force row level security;
create policy all_own on bellwether.session using (bellwether.is_programme() or bellwether.is_me(person_id));

alter table bellwether.passkey enable row level security, force row level security;
create policy all_own on bellwether.passkey using (bellwether.is_programme() or bellwether.is_me(person_id));

alter table bellwether.passkey_challenge enable row level security, force row level security;
create policy all_programme on bellwether.passkey_challenge using (bellwether.is_programme());
