-- An organisation's whole lists, read by their ids.
create index incident_of_organisation on bellwether.incident (organisation_id, id);
create index value_entry_of_organisation on bellwether.value_entry (organisation_id, id) where removed_at is null;
