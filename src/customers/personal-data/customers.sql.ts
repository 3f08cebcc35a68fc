/** What the Users API does not show of a customer. */
export const MORE = {
  name: 'export.customer',
  text: `select origin, wellhub_id as "wellhubId", gpw_id as "gpwId", gpw_active as "gpwActive",
      created_at as "createdAt", updated_at as "updatedAt"
    from customers where partner_id = $1 and id = $2`,
};
