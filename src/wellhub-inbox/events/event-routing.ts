import type { WellhubEvent } from '../../wellhub/index.js';

/** Type and ids by which an event is stored and found. */
export interface EventRoute {
  readonly type: WellhubEvent['type'];
  /** Wellhub's id of the gym; null for what names no gym. */
  readonly wellhubGymId: string | null;
  /** Wellhub id or gpw id of the person inside, if there is one. */
  readonly person: string | null;
}

/** @returns undefined when the event lacks an id that its type must have (W-33) */
export function routeEvent(event: WellhubEvent): EventRoute | undefined {
  const { type } = event;
  switch (event.kind) {
    case 'check-in':
    case 'booking': {
      const { wellhubGymId, wellhubId: person } = event;
      return wellhubGymId === null || person === null ? undefined : { type, wellhubGymId, person };
    }
    case 'integration-request': {
      const { wellhubGymId } = event;
      return wellhubGymId === null ? undefined : { type, wellhubGymId, person: null };
    }
    case 'user-status':
      return event.gpwId === null ? undefined : { type, wellhubGymId: null, person: event.gpwId };
    case 'unknown':
      return { type, wellhubGymId: null, person: null };
  }
}
