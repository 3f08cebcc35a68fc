import type { ComponentChildren, VNode } from 'preact';
import type { Scope } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { Frame } from '../frame/frame.js';
import { SETTINGS_WORDS, type SettingsWords } from './settings-words.js';

export const SETTINGS = '/console/settings';

type Area = keyof SettingsWords['areas'];

const AREAS: readonly (readonly [Area, Scope])[] = [
  ['partner', 'PARTNER_ADMIN'],
  ['brand', 'PARTNER_ADMIN'],
  ['gyms', 'STUDIO_READ'],
  ['catalogue', 'CUSTOMER_READ'],
  ['wellhub', 'PARTNER_ADMIN'],
  ['mails', 'PARTNER_ADMIN'],
  ['identity-provider', 'PARTNER_ADMIN'],
  ['retention', 'PARTNER_ADMIN'],
];

/** What there is to set, as far as the person may see it. */
export function settingsScreen(page: ConsolePage): VNode {
  const words = page.textsOf(SETTINGS_WORDS);
  return (
    <Frame page={page} title={page.words.sections.settings} lead={words.lead}>
      <ul class="areas">
        {AREAS.filter(([, scope]) => page.may(scope)).map(([area]) => (
          <li key={area}>
            <a href={`${SETTINGS}/${area}`}>{words.areas[area].title}</a>
            <p class="quiet">{words.areas[area].text}</p>
          </li>
        ))}
      </ul>
    </Frame>
  );
}

interface AreaProps {
  readonly page: ConsolePage;
  readonly area: Area;
  readonly title?: string;
  /** The screen above, where it is not the list of settings. */
  readonly back?: { readonly href: string; readonly label: string };
  readonly actions?: ComponentChildren;
  readonly done?: Readonly<Record<string, string>>;
  readonly script?: string;
  readonly children: ComponentChildren;
}

/** A screen of the settings. */
export function AreaFrame({ page, area, title, back, ...more }: AreaProps): VNode {
  const { areas } = page.textsOf(SETTINGS_WORDS);
  const up = back ?? { href: SETTINGS, label: page.words.sections.settings };
  const lead = title === undefined && { lead: areas[area].text };
  return <Frame page={page} title={title ?? areas[area].title} back={up} {...lead} {...more} />;
}
