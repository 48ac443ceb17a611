-- Who asks. Every policy below reads these three, which asTenant sets for one
-- transaction; with nothing set, no row of any table is seen.
create schema bellwether;

-- What was run, and the hash of the file as it stood then.
create table bellwether.migration (
  name text primary key,
  hash text not null,
  applied_at timestamptz not null default now()
);

create function bellwether.who_kind() returns text language sql stable
  as $$ select coalesce(current_setting('bellwether.kind', true), '') $$;

create function bellwether.me() returns uuid language sql stable
  as $$ select nullif(current_setting('bellwether.person', true), '')::uuid $$;

-- The organisation an administrator acts for; null for everybody else.
create function bellwether.my_organisation() returns uuid language sql stable
  as $$ select case when bellwether.who_kind() = 'administrator' then nullif(current_setting('bellwether.organisation', true), '')::uuid end $$;

create function bellwether.is_programme() returns boolean language sql stable
  as $$ select bellwether.who_kind() = 'programme' $$;

create function bellwether.is_analyst() returns boolean language sql stable
  as $$ select bellwether.who_kind() = 'analyst' $$;

-- The named person, whether they act for themselves, for an organisation or at the desk.
create function bellwether.is_me(person uuid) returns boolean language sql stable
  as $$ select person is not null and person = bellwether.me() $$;

create function bellwether.is_my_organisation(organisation uuid) returns boolean language sql stable
  as $$ select organisation is not null and organisation = bellwether.my_organisation() $$;
