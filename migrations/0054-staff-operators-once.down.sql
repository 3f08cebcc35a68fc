-- outside a transaction
drop index concurrently if exists uq_staff_memberships_operator;
