export const READ_LETTERHEAD = {
  name: 'partners.letterhead',
  text: `select p.id, p.name, p.slug, p.locale, p.support_email as "supportEmail",
      p.default_mail_templates as "defaultMailTemplates",
      jsonb_build_object('accentColor', p.brand_accent_color, 'textColor', p.brand_text_color,
        'shortName', p.brand_short_name, 'logo', p.brand_logo) as brand
    from partners p where p.id = $1 and p.deleted_at is null`,
};
