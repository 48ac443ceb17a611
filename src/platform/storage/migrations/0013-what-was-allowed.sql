-- What the desk may see of a personal mailbox is what its person allowed, and no more.

-- Allowed are findings (`details`); that something happened (`told`) opens nothing.
create or replace function bellwether.granted_to_desk(person uuid) returns boolean language sql stable
  as $$ select exists (
    select from bellwether.access_grant g where g.person_id = person and g.to_desk and g.scope = 'details' and g.until is null) $$;

-- Allowed are findings: a personal mail in which nothing was found is counted in a hunt and not shown.
drop policy seen on bellwether.mail_trace;
create policy seen on bellwether.mail_trace for select using (
  bellwether.is_programme() or bellwether.is_me(person_id)
  or (bellwether.is_analyst() and (organisation_id is not null or verdict <> 'fine') and bellwether.may_see(person_id, organisation_id)));

-- Whose mail was kept to test the rules on can read that it was, and take it along.
create policy seen_by_whom_it_reached on bellwether.evaluation_mail for select using (bellwether.is_me(reached));
