import type { VNode } from 'preact';
import { lightPalette } from '../../partners/index.js';
import type { ConsolePage } from '../frame/console-page.js';
import type { ShownBrand } from './brand-screen.js';
import { SETTINGS_WORDS } from '../settings/settings-words.js';

const OUR_COLOR = '#0b6655';

/** A members' page in small. The script paints what is typed: `data-paint` names the colour of a part. */
export function BrandPicture({ page, brand }: { page: ConsolePage; brand: ShownBrand }): VNode {
  const { brand: words } = page.textsOf(SETTINGS_WORDS);
  const name = brand.shortName ?? page.partner?.name ?? '';
  const { accent, fill, onFill, glow } = lightPalette(
    brand.accentColor ?? OUR_COLOR,
    brand.accentColor === null ? 'WHITE' : brand.textColor,
  );
  return (
    <svg class="brand-picture" viewBox="0 0 320 200" role="img" aria-label={words.preview}>
      <rect width="320" height="200" rx="16" fill={glow} data-paint="glow" />
      <rect x="24" y="18" width="32" height="32" rx="10" fill={fill} data-paint="fill" />
      <text x="40" y="39" text-anchor="middle" font-size="15" fill={onFill} data-paint="onFill">
        {[...name.trim()][0]?.toLocaleUpperCase() ?? ''}
      </text>
      <text x="66" y="39" font-size="14" font-weight="600" fill="#17211f">
        {name.slice(0, 30)}
      </text>
      <rect x="24" y="64" width="272" height="118" rx="14" fill="#ffffff" stroke="#dfe5e1" />
      <rect x="42" y="82" width="236" height="18" rx="6" fill="#f3f5f2" stroke="#dfe5e1" />
      <rect x="42" y="110" width="236" height="34" rx="9" fill={fill} data-paint="fill" />
      <text
        x="160"
        y="132"
        text-anchor="middle"
        font-size="13"
        font-weight="600"
        fill={onFill}
        data-paint="onFill"
      >
        {words.previewButton}
      </text>
      <rect x="42" y="160" width="96" height="3" rx="1.5" fill={accent} data-paint="accent" />
    </svg>
  );
}
