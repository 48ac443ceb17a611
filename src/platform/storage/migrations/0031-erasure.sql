-- Erasing a person or an organisation: done by the owner of the database, whom the policies hold too.
do $erased$
declare
  one regclass;
begin
  for one in
    select c.oid from pg_class c where c.relnamespace = 'bellwether'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity and not c.relispartition
  loop
    execute format('create policy erased on %s for delete to current_user using (bellwether.is_programme())', one);
  end loop;
end $erased$;

-- What was erased, when, how many rows of each table, signed. Whose it was is an id that nothing else explains any more.
create table bellwether.erasure (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('person', 'organisation')),
  subject_id uuid not null,
  erased_at timestamptz not null,
  counts jsonb not null,
  signature bytea not null
);
alter table bellwether.erasure enable row level security, force row level security;
create policy all_programme on bellwether.erasure using (bellwether.is_programme());

-- Under which number the certificate of an organisation will stand, so that it can be told before everybody is gone.
alter table bellwether.off_boarding add column certificate_id uuid not null default gen_random_uuid();
