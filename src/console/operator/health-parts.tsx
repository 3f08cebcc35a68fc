import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { Badge } from '../frame/list.js';
import { OPERATOR_WORDS } from './operator-words.js';
import { WELLHUB_TONES, type ShownPartner } from './partner-health.js';

interface HealthProps {
  readonly page: ConsolePage;
  readonly partner: ShownPartner;
}

export function lastCheckIn(page: ConsolePage, { lastCheckInAt }: ShownPartner): string {
  if (lastCheckInAt === null) return page.textsOf(OPERATOR_WORDS).never;
  return page.formats.ago(lastCheckInAt);
}

export function HealthWellhub({ page, partner }: HealthProps): VNode {
  const words = page.textsOf(OPERATOR_WORDS);
  const { state, refusedGyms, unansweredCheckIns } = partner.wellhub;
  return (
    <>
      <Badge tone={WELLHUB_TONES[state]}>{words.wellhub[state]}</Badge>
      {state === 'CREDENTIALS_REFUSED' && (
        <span class="hint">{words.wellhubHints.CREDENTIALS_REFUSED(refusedGyms)}</span>
      )}
      {state === 'UNREACHABLE' && (
        <span class="hint">{words.wellhubHints.UNREACHABLE(unansweredCheckIns)}</span>
      )}
    </>
  );
}

export function HealthEvents({ page, partner }: HealthProps): VNode {
  const words = page.textsOf(OPERATOR_WORDS);
  const { disabled, failing } = partner.webhookSubscriptions;
  if (disabled + failing === 0) return <>{words.eventsFine}</>;
  return (
    <>
      {failing > 0 && <Badge tone="ask">{words.eventsFailing(failing)}</Badge>}{' '}
      {disabled > 0 && <Badge tone="bad">{words.eventsDisabled(disabled)}</Badge>}
    </>
  );
}
