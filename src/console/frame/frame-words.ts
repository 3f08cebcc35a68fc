import { de } from './frame-words.de.js';
import { en } from './frame-words.en.js';
import { es } from './frame-words.es.js';
import { pt } from './frame-words.pt.js';
import type { PartnerEnvironment } from '../../partners/index.js';
import type { InLanguages } from './languages.js';

/** The screens in the navigation. */
export type SectionName =
  | 'today'
  | 'frontDesk'
  | 'inside'
  | 'members'
  | 'checkIns'
  | 'bookings'
  | 'doors'
  | 'money'
  | 'reconciliation'
  | 'statistics'
  | 'alerts'
  | 'goLive'
  | 'settings'
  | 'staff'
  | 'developers'
  | 'auditLog'
  | 'operator'
  | 'operatorPeople'
  | 'installationAlerts'
  | 'installationAudit'
  | 'account';

/** What every screen shows: the navigation, lists, forms, and what can go wrong with any of them. */
export interface FrameWords {
  readonly lang: string;
  readonly sections: Record<SectionName, string>;
  readonly groups: Record<'daily' | 'business' | 'setUp', string>;
  readonly menu: string;
  /** In every head of a test environment. */
  readonly test: TestWords;
  /** To the other environment of the partner. */
  readonly goTo: Readonly<Record<PartnerEnvironment, string>>;
  readonly skip: string;
  readonly logOut: string;
  readonly next: string;
  readonly first: string;
  readonly back: string;
  readonly save: string;
  readonly filter: string;
  readonly search: string;
  readonly all: string;
  readonly gym: string;
  readonly allGyms: string;
  readonly optional: string;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  readonly copy: string;
  readonly copied: string;
  readonly print: string;
  readonly exportCsv: string;
  /** Shown to an operator who looks in at the partner. */
  readonly lookingIn: string;
  readonly leave: string;
  readonly saved: string;
  readonly moreActions: string;
  readonly removed: string;
  /** The browser refilled a form after a log-in or a confirmation. */
  readonly resumed: string;
  /** On top of a refused form. */
  readonly refused: string;
  /** At the field itself, whose hint says what it takes. */
  readonly fieldInvalid: string;
  /** At a field, after another person changed what it shows. */
  readonly storedNow: (value: string) => string;
  readonly problems: FrameProblems;
}

/** The mark of a test environment, and what it means. */
export interface TestWords {
  readonly badge: string;
  readonly meaning: string;
}

/** Why a change was refused, where the screen itself has no better words. */
export interface FrameProblems {
  readonly invalid: string;
  readonly denied: string;
  readonly readOnly: string;
  readonly gone: string;
  readonly changed: string;
  readonly conflict: string;
  readonly running: string;
  readonly repeated: string;
  readonly busy: string;
  readonly tooMany: string;
}

export const FRAME_WORDS: InLanguages<FrameWords> = { pt, en, es, de };
