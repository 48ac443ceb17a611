-- How somebody belongs to an organisation, and until when: who gives their time or serves it has an end, staff may have one.
alter table bellwether.membership
  add column kind text not null default 'staff' check (kind in ('staff', 'volunteer', 'vendor', 'family')),
  -- The last day, in UTC; the morning after, the membership ends by itself.
  add column ends_on date,
  -- When the person was written to that the end is near; null again when the day is moved.
  add column end_told_at timestamptz,
  -- Who ended it: its day, an administrator, the person, or the organisation's own leaving.
  add column ended_how text check (ended_how in ('due', 'removed', 'self', 'organisation')),
  add constraint membership_time check (kind not in ('volunteer', 'vendor') or ends_on is not null);
create index membership_ends on bellwether.membership (ends_on) where until is null;
