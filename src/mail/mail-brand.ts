import { logoPath, type Letterhead } from '../partners/index.js';

/** How a mail shows whose it is. */
export interface MailBrand {
  /** At its head and at its foot. */
  readonly name: string;
  readonly supportEmail: string | null;
  /** Of the button, and of the text on it. */
  readonly fill: string;
  readonly onFill: string;
  readonly logo: { readonly url: string; readonly width: number; readonly height: number } | null;
}

const OUR_FILL = '#0b6655';
const LOGO_HEIGHT = 40;
const LOGO_WIDTH = 200;

/** Of a mail about all partners that a person works for. */
export const OUR_BRAND: MailBrand = {
  name: 'Gatehouse',
  supportEmail: null,
  fill: OUR_FILL,
  onFill: '#ffffff',
  logo: null,
};

type Branded = Pick<Letterhead, 'name' | 'slug' | 'supportEmail' | 'brand'>;

/** The partner's own. @param publicUrl the configured origin: mail programs load the logo from there */
export function mailBrand(partner: Branded, publicUrl: string): MailBrand {
  const { name, supportEmail, brand } = partner;
  return {
    name: brand.shortName ?? name,
    supportEmail,
    fill: brand.accentColor ?? OUR_FILL,
    onFill: brand.accentColor !== null && brand.textColor === 'BLACK' ? '#000000' : '#ffffff',
    logo: brand.logo && { url: `${publicUrl}${logoPath(partner)}`, ...fitted(brand.logo) },
  };
}

/** Mail programs know no `object-fit`. */
function fitted({ width, height }: { readonly width: number; readonly height: number }) {
  const scale = Math.min(LOGO_HEIGHT / height, LOGO_WIDTH / width);
  const side = (pixels: number) => Math.max(1, Math.round(pixels * scale));
  return { width: side(width), height: side(height) };
}
