import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { ConsoleForm } from '../frame/form.js';
import { Frame } from '../frame/frame.js';
import { linksIn } from './record-links.js';
import { recordPath, type TimelineEntry } from './timeline.js';
import { sentenceOf } from './timeline-sentences.js';
import { TIMELINE_WORDS } from './timeline-words.js';

interface RecordView {
  readonly customerId: string;
  readonly entry: TimelineEntry;
  /** What Wellhub sent, once it was opened. */
  readonly body?: unknown;
}

export function recordScreen(page: ConsolePage, { customerId, entry, body }: RecordView): VNode {
  const words = page.textsOf(TIMELINE_WORDS);
  const links = linksIn(entry, words.links);
  const isClosed = entry.links['body'] !== undefined && body === undefined;
  return (
    <Frame
      page={page}
      title={sentenceOf(page, words, entry).text}
      lead={`${page.formats.exactTime(entry.at)} · ${words.recordLead}`}
      back={{ href: `/console/members/${customerId}#timeline`, label: words.title }}
    >
      {links.length > 0 && (
        <p class="buttons">
          {links.map(({ href, label }) => (
            <a class="button second" href={href} key={href}>
              {label}
            </a>
          ))}
        </p>
      )}
      <pre tabindex={0}>{JSON.stringify(entry.detail, null, 2)}</pre>
      {isClosed && page.may('PARTNER_ADMIN') && (
        <div class="panel">
          <p>{words.bodyLead}</p>
          <ConsoleForm
            page={page}
            action={recordPath(customerId, entry.id, '/body')}
            submit={words.body}
          />
        </div>
      )}
      {body !== undefined && (
        <pre tabindex={0}>{typeof body === 'string' ? body : JSON.stringify(body, null, 2)}</pre>
      )}
    </Frame>
  );
}
