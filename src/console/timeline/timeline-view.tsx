import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { SelectField } from '../frame/fields.js';
import { EmptyState, Pager } from '../frame/list.js';
import { recordPath, type TimelineEntry, type TimelinePage } from './timeline.js';
import { sentenceOf } from './timeline-sentences.js';
import { TIMELINE_WORDS } from './timeline-words.js';

interface TimelineProps {
  readonly page: ConsolePage;
  readonly customerId: number;
  readonly gyms: readonly ListedGym[];
  readonly timeline: TimelinePage;
  /** Only entries of this kind are shown; empty: all. */
  readonly kind: string;
}

/** The chain of evidence: what happened, step by step, each with its record. */
export function Timeline(props: TimelineProps): VNode {
  const { page, timeline, kind } = props;
  const words = page.textsOf(TIMELINE_WORDS);
  const state = { values: { kind } };
  const choices = [
    { value: '', label: page.words.all },
    ...Object.entries(words.kinds).map(([value, label]) => ({ value, label })),
  ];
  return (
    <section id="timeline" class="panel">
      <h2>{words.title}</h2>
      <p class="quiet">{words.lead}</p>
      <form method="get" action={page.path} class="filters">
        <SelectField {...{ page, state, choices }} name="kind" label={words.kind} required />
        <button>{page.words.filter}</button>
      </form>
      {timeline.items.length === 0 && <EmptyState title={words.empty} />}
      <ol class="timeline">
        {timeline.items.map((entry) => (
          <Entry key={entry.id} entry={entry} {...props} />
        ))}
      </ol>
      <Pager page={page} nextCursor={timeline.nextCursor} query={{ kind }} />
    </section>
  );
}

function Entry(props: TimelineProps & { readonly entry: TimelineEntry }): VNode {
  const { page, gyms, customerId, entry } = props;
  const words = page.textsOf(TIMELINE_WORDS);
  const gym = gyms.find(({ id }) => id === entry.gymId);
  const { text, more, tone } = sentenceOf(page, words, entry);
  const details = [...more, gym?.name].filter(Boolean);
  return (
    <li class={`tone-${tone}`}>
      <time dateTime={entry.at}>{page.formats.exactTime(entry.at, gym?.timeZone)}</time>
      <span class="what">
        {text}
        {details.length > 0 && <span class="quiet"> · {details.join(' · ')}</span>}
      </span>
      <a href={recordPath(customerId, entry.id)}>
        {words.record}
        <span class="unseen"> {text}</span>
      </a>
    </li>
  );
}
