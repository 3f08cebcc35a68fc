import type { MailBrand } from './mail-brand.js';

/** A mail in parts, all of them plain text. */
export interface MailParts {
  readonly language: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly button?: { readonly text: string; readonly link: string } | undefined;
  readonly closing: string;
}

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const TABLE = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';

/** Tables and styles in attributes: what mail programs of every age draw alike. */
export function mailHtml(parts: MailParts, brand: MailBrand): string {
  const { language, title, paragraphs } = parts;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><title>${escapedHtml(title)}</title></head>
<body style="margin:0;padding:0;background-color:#f3f5f2">
<div aria-hidden="true" style="display:none;max-height:0;overflow:hidden">${escapedHtml(paragraphs[0] ?? '')}</div>
<table ${TABLE} width="100%" style="background-color:#f3f5f2"><tr><td align="center" style="padding:32px 16px">
<table ${TABLE} width="100%" style="max-width:480px;text-align:left;color:#17211f;font-size:16px;line-height:1.5;${FONT}">
<tr><td style="padding:0 4px 16px;font-weight:bold">${head(brand)}</td></tr>
<tr><td style="padding:28px 24px;background-color:#ffffff;border:1px solid #dfe5e1;border-radius:16px">
${content(parts, brand)}
</td></tr>
<tr><td style="padding:16px 4px 0;color:#50605c;font-size:13px">${foot(brand)}</td></tr>
</table>
</td></tr></table>
</body></html>
`;
}

function content({ title, paragraphs, button, closing }: MailParts, brand: MailBrand): string {
  return [
    `<h1 style="margin:0 0 16px;font-size:22px;line-height:1.25">${escapedHtml(title)}</h1>`,
    ...paragraphs.map((text) => `<p style="margin:0 0 16px">${escapedHtml(text)}</p>`),
    ...(button ? linkTo(button, brand) : []),
    `<p style="margin:0;color:#50605c;font-size:14px">${escapedHtml(closing)}</p>`,
  ].join('\n');
}

/** The address as text, too: some programs show no buttons, and careful people read where one leads. */
function linkTo({ text, link }: { text: string; link: string }, { fill, onFill }: MailBrand) {
  const href = escapedHtml(link);
  const style = `display:inline-block;padding:14px 24px;border-radius:12px;color:${onFill};font-weight:bold;text-decoration:none`;
  return [
    `<table ${TABLE} style="margin:8px 0 16px"><tr><td bgcolor="${fill}" style="border-radius:12px;background-color:${fill}"><a href="${href}" style="${style}">${escapedHtml(text)}</a></td></tr></table>`,
    `<p style="margin:0 0 16px;color:#50605c;font-size:14px;word-break:break-all">${href}</p>`,
  ];
}

function head({ name, logo }: MailBrand): string {
  const picture = logo
    ? `<img src="${escapedHtml(logo.url)}" width="${logo.width}" height="${logo.height}" alt="" style="vertical-align:middle;border:0;margin-right:12px">`
    : '';
  return picture + escapedHtml(oneLine(name));
}

const foot = ({ name, supportEmail }: MailBrand): string =>
  escapedHtml([oneLine(name), ...(supportEmail ? [supportEmail] : [])].join(' · '));

/** A name is its owner's, but it cannot add lines to a mail or its header. */
export const oneLine = (value: string): string =>
  value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapedHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
