import type { VNode } from 'preact';
import type { InputAttributes } from '../../pages/index.js';
import type { ConsolePage } from '../frame/console-page.js';
import { FileForm } from '../frame/file-form.js';
import { ConfirmedAction, ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Panel } from '../frame/list.js';
import { BrandPicture } from './brand-picture.js';
import { SettingFields, type Setting } from '../settings/setting-fields.js';
import { AreaFrame } from '../settings/settings-screen.js';
import { SETTINGS_WORDS } from '../settings/settings-words.js';

export const BRAND = '/console/settings/brand';

/** A brand as the administration shows it. */
export interface ShownBrand {
  readonly accentColor: string | null;
  readonly textColor: 'WHITE' | 'BLACK';
  readonly contrast: number | null;
  readonly shortName: string | null;
  readonly logo: { readonly url: string; readonly width: number; readonly height: number } | null;
}

export const brandValues = ({ accentColor, textColor, shortName }: ShownBrand) => ({
  accentColor: accentColor ?? '',
  textColor,
  shortName: shortName ?? '',
});

interface BrandView {
  readonly brand: ShownBrand;
  readonly state: FormState;
}

export function brandScreen(page: ConsolePage, { brand, state }: BrandView): VNode {
  const { brand: words } = page.textsOf(SETTINGS_WORDS);
  return (
    <AreaFrame
      page={page}
      area="brand"
      script="brand.js"
      done={{ logo: words.logoSaved, removed: words.logoRemoved }}
    >
      <div class="beside">
        <ConsoleForm page={page} action={BRAND} state={state} submit={page.words.save}>
          <SettingFields page={page} state={state} settings={colorSettings(page)} />
          <ContrastLine page={page} brand={brand} />
          <SettingFields
            page={page}
            state={state}
            settings={[
              {
                name: 'shortName',
                label: words.shortName,
                hint: words.shortNameHint,
                input: { type: 'text', maxLength: 30 },
              },
            ]}
          />
        </ConsoleForm>
        <Panel title={words.preview}>
          <BrandPicture page={page} brand={brand} />
          <p>
            <a href={`/${page.partner?.slug}/login`} target="_blank" rel="noopener">
              {words.openPage}
            </a>
          </p>
        </Panel>
      </div>
      <LogoPanel page={page} brand={brand} />
    </AreaFrame>
  );
}

function colorSettings(page: ConsolePage): Setting[] {
  const { brand: words } = page.textsOf(SETTINGS_WORDS);
  const color: InputAttributes = {
    type: 'text',
    maxLength: 9,
    autocomplete: 'off',
    spellcheck: false,
  };
  return [
    { name: 'accentColor', label: words.color, hint: words.colorHint, input: color },
    {
      name: 'textColor',
      kind: 'choice',
      label: words.textColor,
      choices: Object.entries(words.textColors).map(([value, label]) => ({ value, label })),
    },
  ];
}

/** Of what is stored; the script keeps it up with what is typed. */
function ContrastLine({ page, brand }: { page: ConsolePage; brand: ShownBrand }): VNode {
  const { contrastGood, contrastBad } = page.textsOf(SETTINGS_WORDS).brand;
  const { contrast } = brand;
  return (
    <p class="hint" id="contrast" role="status" data-good={contrastGood} data-bad={contrastBad}>
      {contrast !== null && contrastGood.replace('{ratio}', page.formats.number(contrast))}
    </p>
  );
}

function LogoPanel({ page, brand }: { page: ConsolePage; brand: ShownBrand }): VNode {
  const { brand: words } = page.textsOf(SETTINGS_WORDS);
  const { logo } = brand;
  return (
    <Panel title={words.logo}>
      {logo ? (
        <p>
          <img class="logo-shown" src={pathOf(logo.url)} alt={words.logo} {...sizeOf(logo)} />
        </p>
      ) : (
        <p class="quiet">{words.noLogo}</p>
      )}
      <FileForm
        page={page}
        action={`${BRAND}/logo`}
        id="logo"
        label={words.logoFile}
        hint={words.logoHint}
        accept="image/png,image/jpeg"
        submit={words.logoSend}
        failed={words.logoProblems.other}
      />
      {logo && (
        <ConfirmedAction
          page={page}
          action={`${BRAND}/logo/remove`}
          label={`${words.logoRemove}…`}
          consequence={words.noLogo}
          submit={words.logoRemove}
        />
      )}
    </Panel>
  );
}

const pathOf = (url: string) => url.slice(new URL(url).origin.length);

/** As on the members' pages, at most. */
function sizeOf({ width, height }: { readonly width: number; readonly height: number }) {
  const scale = Math.min(1, 64 / height, 240 / width);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
