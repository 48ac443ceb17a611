-- Who applied is not kept for ever: the contacts of an application go on their day, or with whoever of them erases themselves. What was decided, and why, stays.
alter table bellwether.application
  -- The second administrator's address as it is compared; empty until it is named.
  add column second_folded text not null default '';
create index application_second on bellwether.application (second_folded) where second_folded <> '';

-- The answers without the first contact (and what they asked for), without the second, or without both.
create function bellwether.without_contacts(answers jsonb, contact boolean, second boolean) returns jsonb language sql immutable
  as $$ select answers
    || case when contact then '{"contact": {"name": "", "address": ""}, "asks": ""}'::jsonb else '{}' end
    || case when second then '{"second": {"name": "", "address": ""}}'::jsonb else '{}' end $$;

-- A text of the staff without somebody's name, any part of it, and address; what it says besides stays.
create function bellwether.unsaid(said text, person jsonb) returns text language plpgsql immutable
as $$
declare
  one text;
begin
  foreach one in array array[person ->> 'address', person ->> 'name'] || string_to_array(person ->> 'name', ' ') loop
    if length(one) > 2 then
      said := regexp_replace(said, '(^|[^[:alnum:]])' || regexp_replace(one, '([^[:alnum:][:space:]])', '\\\1', 'g') || '(?![[:alnum:]])', '\1–', 'gi');
    end if;
  end loop;
  return said;
end $$;

do $backfill$
begin
  perform set_config('bellwether.kind', 'programme', true);
  update bellwether.application set second_folded = lower(answers -> 'second' ->> 'address') where answers -> 'second' ->> 'address' <> '';
  perform set_config('bellwether.kind', '', true);
end $backfill$;
