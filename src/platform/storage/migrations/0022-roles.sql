-- Three more parts. An IT helper is let in by one organisation, for a purpose and a time; an auditor reads what the
-- programme decided; a trainer reads how many people take part where. None of the three reads or changes anything else.

-- What lets a helper in; every policy for helpers reads it.
create table bellwether.helper_grant (
  id uuid primary key,
  organisation_id uuid not null references bellwether.organisation,
  -- Who helps; null until they accepted.
  person_id uuid references bellwether.person,
  purpose text not null check (purpose in ('set-up', 'connections', 'sign-in', 'training')),
  -- Offered to whoever proved this address, or by a link; neither is kept once it is accepted.
  address_folded text,
  token_hash bytea unique,
  let_in_by uuid not null references bellwether.person,
  offered_at timestamptz not null,
  offered_until timestamptz not null,
  accepted_at timestamptz,
  -- Renewed: from then on, 90 days at most.
  since timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  check (until <= since + interval '2160 hours 1 minute')
);
create index helper_grant_organisation on bellwether.helper_grant (organisation_id, offered_at desc);
create index helper_grant_person on bellwether.helper_grant (person_id);
create index helper_grant_address on bellwether.helper_grant (address_folded) where address_folded is not null;

-- Named by an operator. A table of its own, so that what asks for staff never finds them.
create table bellwether.observer (
  person_id uuid primary key references bellwether.person,
  role text not null check (role in ('auditor', 'trainer')),
  since timestamptz not null,
  until timestamptz
);

-- Under which grant a helper asks, and at which moment of the programme's clock.
create function bellwether.my_help() returns uuid language sql stable
  as $$ select case when bellwether.who_kind() = 'helper' then nullif(current_setting('bellwether.help', true), '')::uuid end $$;

create function bellwether.asked_at() returns timestamptz language sql stable
  as $$ select nullif(current_setting('bellwether.at', true), '')::timestamptz $$;

create function bellwether.is_auditor() returns boolean language sql stable
  as $$ select bellwether.who_kind() = 'auditor' $$;

create function bellwether.is_trainer() returns boolean language sql stable
  as $$ select bellwether.who_kind() = 'trainer' $$;

-- Whether the helper who asks was let into an organisation for one of these purposes, and their time has not ended.
create function bellwether.helps(organisation uuid, wanted text[]) returns boolean language sql stable
  as $$ select bellwether.my_help() is not null and organisation is not null and exists (
    select from bellwether.helper_grant g
    where g.id = bellwether.my_help() and g.person_id = bellwether.me() and g.organisation_id = organisation
      and g.purpose = any(wanted) and g.accepted_at is not null and g.ended_at is null and g.until > bellwether.asked_at()) $$;

-- In these three parts nobody acts for themselves: their own matters open on their own pages only.
create or replace function bellwether.is_me(person uuid) returns boolean language sql stable
  as $$ select person is not null and person = bellwether.me() and bellwether.who_kind() not in ('helper', 'auditor', 'trainer') $$;

alter table bellwether.helper_grant enable row level security, force row level security;
create policy seen on bellwether.helper_grant for select using (
  bellwether.is_programme() or bellwether.is_analyst() or bellwether.is_me(person_id)
  or (bellwether.who_kind() = 'administrator' and bellwether.is_my_organisation(organisation_id))
  or (id = bellwether.my_help() and person_id = bellwether.me()));
create policy made on bellwether.helper_grant for insert with check (
  bellwether.is_programme()
  or (bellwether.who_kind() = 'administrator' and bellwether.is_my_organisation(organisation_id) and bellwether.is_me(let_in_by) and person_id is null));
create policy kept on bellwether.helper_grant for update using (
  bellwether.is_programme() or (bellwether.who_kind() = 'administrator' and bellwether.is_my_organisation(organisation_id)));

alter table bellwether.observer enable row level security, force row level security;
create policy seen on bellwether.observer for select using (bellwether.is_programme() or bellwether.is_analyst() or bellwether.is_me(person_id));
create policy made on bellwether.observer for insert with check (bellwether.is_programme());
create policy kept on bellwether.observer for update using (bellwether.is_programme());

-- Helpers. A personal account, a message, a finding, a consent or a session opens for no purpose.
create policy seen_by_helpers on bellwether.organisation for select using (
  bellwether.helps(id, '{set-up,connections,sign-in,training}'));
create policy seen_by_helpers on bellwether.membership for select using (
  until is null and bellwether.helps(organisation_id, '{set-up,connections,sign-in,training}'));
create policy seen_by_helpers on bellwether.person for select using (
  bellwether.my_help() is not null and exists (select from bellwether.membership m where m.person_id = id));
create policy seen_by_helpers on bellwether.account for select using (
  kind = 'work' and bellwether.helps(organisation_id, '{set-up,connections,sign-in}'));
create policy seen_by_helpers on bellwether.connection for select using (bellwether.helps(organisation_id, '{connections}'));
create policy seen_by_helpers on bellwether.invitation for select using (bellwether.helps(organisation_id, '{set-up,sign-in}'));
create policy made_by_helpers on bellwether.looked_at for insert with check (
  viewer = bellwether.me() and person_id is null and bellwether.helps(organisation_id, '{set-up,connections,sign-in,training}'));

-- Who of the organisation has set up a way in that does not hang on the mailbox: yes or no, and no key.
create policy counted_for_helpers on bellwether.passkey for select to current_user using (bellwether.my_help() is not null);
create function bellwether.helped_passkeys() returns table (person_id uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    return query select distinct m.person_id from bellwether.membership m
      join bellwether.passkey p on p.person_id = m.person_id
      where m.until is null and bellwether.helps(m.organisation_id, '{sign-in}');
  end $$;
revoke all on function bellwether.helped_passkeys() from public;

-- Auditors: rows that hold no person's matter, and of the others what was decided.
create policy seen_by_auditors on bellwether.audit_entry for select using (bellwether.is_auditor());
create policy seen_by_auditors on bellwether.programme_version for select using (bellwether.is_auditor());
create policy seen_by_auditors on bellwether.value_entry for select using (bellwether.is_auditor());
create policy seen_by_auditors on bellwether.register for select using (bellwether.is_auditor());
create policy seen_by_auditors on bellwether.organisation for select using (bellwether.is_auditor());
-- Those who decide, by name.
create policy seen_by_auditors on bellwether.staff for select using (bellwether.is_auditor());
create policy seen_by_auditors on bellwether.person for select using (
  bellwether.is_auditor() and exists (select from bellwether.staff s where s.person_id = id));

-- An application holds names and addresses of those who apply. The owner reads it for an auditor, and gives the decision.
create policy read_for_auditors on bellwether.application for select to current_user using (bellwether.is_auditor());
create policy read_for_auditors on bellwether.application_opinion for select to current_user using (bellwether.is_auditor());
create function bellwether.audited_applications()
  returns table (id uuid, state text, domain text, points integer, reasons jsonb, programme jsonb, submitted_at timestamptz, decided_at timestamptz, opinions jsonb)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    return query select a.id, a.state, a.domain, a.points, a.reasons, a.programme, a.submitted_at, a.decided_at,
        coalesce((select jsonb_agg(jsonb_build_object('says', o.says, 'reason', o.reason, 'by', o.person_id, 'at', o.at) order by o.at)
          from bellwether.application_opinion o where o.application_id = a.id), '[]'::jsonb)
      from bellwether.application a where a.submitted_at is not null and bellwether.is_auditor();
  end $$;
revoke all on function bellwether.audited_applications() from public;

-- What was allowed, counted by purpose and version of its text; whose it is stays with them.
create policy counted_for_auditors on bellwether.consent for select to current_user using (bellwether.is_auditor());
create function bellwether.audited_consents() returns table (purpose text, version text, given bigint, withdrawn bigint, first_at timestamptz, last_at timestamptz)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    return query select c.purpose, c.version, count(*) filter (where c.withdrawn_at is null), count(c.withdrawn_at), min(c.given_at), max(c.given_at)
      from bellwether.consent c where bellwether.is_auditor() group by c.purpose, c.version order by c.purpose, c.version;
  end $$;
revoke all on function bellwether.audited_consents() from public;

-- Trainers read no table: which organisations take part, how many people in which language, and whom to write to there.
create policy read_for_trainers on bellwether.organisation for select to current_user using (bellwether.is_trainer());
create policy read_for_trainers on bellwether.membership for select to current_user using (bellwether.is_trainer());
create policy read_for_trainers on bellwether.person for select to current_user using (bellwether.is_trainer());
create policy read_for_trainers on bellwether.account for select to current_user using (bellwether.is_trainer() and kind = 'work');
create function bellwether.trained_organisations() returns table (id uuid, name text, people bigint, languages jsonb, administrators jsonb)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    return query select o.id, o.name,
        (select count(*) from bellwether.membership m where m.organisation_id = o.id and m.until is null),
        coalesce((select jsonb_object_agg(l.language, l.count) from (
          select p.language, count(*) as count from bellwether.membership m join bellwether.person p on p.id = m.person_id
            where m.organisation_id = o.id and m.until is null group by p.language) l), '{}'::jsonb),
        coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'address', (
              select a.address from bellwether.account a
                where a.person_id = p.id and a.organisation_id = o.id and a.kind = 'work' and a.removed_at is null order by a.created_at limit 1)) order by p.name)
          from bellwether.membership m join bellwether.person p on p.id = m.person_id
            where m.organisation_id = o.id and m.until is null and m.role = 'administrator'), '[]'::jsonb)
      from bellwether.organisation o where o.closed_at is null and bellwether.is_trainer();
  end $$;
revoke all on function bellwether.trained_organisations() from public;
