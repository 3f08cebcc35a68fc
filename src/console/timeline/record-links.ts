import type { TimelineEntry } from './timeline.js';
import type { TimelineWords } from './timeline-words.js';

type LinkName = keyof TimelineWords['links'];

/** The screens of the records that the administration API links, by what stands behind `/admin/v1`. */
const SCREENS: Readonly<Record<LinkName, readonly [api: RegExp, screen: string]>> = {
  checkIn: [/^check-ins\/(.+)$/, 'check-ins/$1'],
  webhook: [/^wellhub-events\/(.+)$/, 'developers/wellhub/$1'],
  device: [/^devices\/(.+)$/, 'doors/$1'],
  event: [/^events\/(.+)$/, 'developers/events/$1'],
  delivery: [/^deliveries\/(.+)$/, 'developers/deliveries/$1'],
  subscription: [/^webhook-subscriptions\/(.+)$/, 'developers/subscriptions/$1'],
  reconciliation: [/^gyms\/(\d+)\/reconciliation\?month=(.+)$/, 'reconciliation?gymId=$1&month=$2'],
};

/** Where the record of an entry leads, as far as this person may go. */
export const linksIn = (
  { links }: TimelineEntry,
  words: TimelineWords['links'],
): readonly { readonly href: string; readonly label: string }[] =>
  (Object.keys(SCREENS) as LinkName[]).flatMap((name) => {
    const address = links[name]?.replace('/admin/v1/', '');
    const [api, screen] = SCREENS[name];
    return address !== undefined && api.test(address)
      ? [{ href: `/console/${address.replace(api, screen)}`, label: words[name] }]
      : [];
  });
