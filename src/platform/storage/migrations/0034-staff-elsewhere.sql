-- Staff sign in at the operator's own provider: a fresh proof is asked for there too, and a session says whether what it said was strong.

alter table bellwether.sign_in_elsewhere drop constraint sign_in_elsewhere_purpose_check;
alter table bellwether.sign_in_elsewhere add constraint sign_in_elsewhere_purpose_check
  check (purpose in ('prove-address', 'staff-sign-in', 'staff-bind', 'staff-confirm'));

alter table bellwether.session
  -- No provider ends a session here by its own word.
  drop column identity_session_hash,
  -- Whether the operator's class and methods of sign-in were named and met there.
  add column identity_strong boolean not null default false;
