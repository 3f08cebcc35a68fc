export const READ_LETTERHEAD = {
  name: 'partners.letterhead',
  text: `select p.id, p.name, p.slug, p.locale, p.support_email as "supportEmail",
      p.default_mail_templates as "defaultMailTemplates"
    from partners p where p.id = $1 and p.deleted_at is null`,
};
