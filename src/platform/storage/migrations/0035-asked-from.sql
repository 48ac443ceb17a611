-- From where a recovery was asked for, as a keyed hash: a stranger who asks for somebody else uses up no turn but their own.
alter table bellwether.recovery_request add column asked_from bytea;

-- How often digits were mailed to an address is counted over all who named it, also those who let it go again.
create index account_ever_address on bellwether.account (address_folded);
