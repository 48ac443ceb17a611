-- Notices that interrupted nobody are told together, once a week.
alter table bellwether.notice drop constraint notice_kind_check;
alter table bellwether.notice add constraint notice_kind_check check (kind in ('incident', 'first-look', 'organisation-told', 'digest'));
alter table bellwether.notice
  -- The digest that told it.
  add column digest_notice_id uuid references bellwether.notice on delete set null,
  -- Why it went where and when it did, for the desk: no name, no address.
  add column routing text not null default '';
create index notice_for_digest on bellwether.notice (person_id, decided_at) where digest and digest_notice_id is null;
