-- outside a transaction
create unique index concurrently if not exists uq_staff_memberships_operator on staff_memberships (person_id) where partner_id is null;
