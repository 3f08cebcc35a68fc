import { Answer } from '../../platform/http/answer-fields.js';
import { MISSING_HERE, MISSING_THERE, type MissingHere, type MissingThere } from './evidence.js';
import type { BadRow } from './portal-report.js';
import { ValidatedCheckInDto } from './reconciliation.dto.js';

/** Where the evidence is. */
export class EvidenceLinksDto {
  @Answer.text('Path of the check-in', { optional: true })
  checkIn?: string;

  @Answer.text('Path of the entry in the timeline; absent of erased people', { optional: true })
  entry?: string;

  @Answer.text('Path of the timeline of the person', { optional: true })
  timeline?: string;
}

/** Both list it. */
export class MatchedVisitDto extends ValidatedCheckInDto {
  @Answer.whole('Of the report')
  line!: number;

  @Answer.id()
  customerId!: number;

  @Answer.object(() => EvidenceLinksDto)
  links!: EvidenceLinksDto;
}

/** We validated it, and the report does not list it. */
export class OnlyOursVisitDto extends ValidatedCheckInDto {
  @Answer.oneOf(MISSING_THERE, 'Why the report may not list it')
  why!: MissingThere;

  @Answer.whole('A line of the report that is near to it', { nullable: true })
  line!: number | null;

  @Answer.id()
  customerId!: number;

  @Answer.object(() => EvidenceLinksDto)
  links!: EvidenceLinksDto;
}

/** A check-in of ours that speaks about a visit which only Wellhub lists. */
export class RelatedCheckInDto {
  @Answer.uuid()
  id!: string;

  @Answer.id()
  gymId!: number;

  @Answer.date('Day of the check-in at its gym')
  date!: string;

  @Answer.text('Its state')
  state!: string;

  @Answer.text('Why it will never be paid; null unless it was lost', { nullable: true })
  lostBecause!: string | null;
}

/** The report lists it, and we have not validated it. */
export class OnlyWellhubVisitDto {
  @Answer.whole('Of the report')
  line!: number;

  @Answer.text('The Wellhub id')
  gympassId!: string;

  @Answer.date()
  date!: string;

  @Answer.oneOf(MISSING_HERE, 'Why we have not validated it')
  why!: MissingHere;

  @Answer.id('Null: no customer has this Wellhub id', { nullable: true })
  customerId!: number | null;

  @Answer.object(() => RelatedCheckInDto, undefined, { nullable: true })
  checkIn!: RelatedCheckInDto | null;

  @Answer.object(() => EvidenceLinksDto)
  links!: EvidenceLinksDto;
}

/** A line that could not be read, or is about another time. */
export class BadRowDto implements BadRow {
  @Answer.whole()
  line!: number;

  @Answer.text()
  reason!: string;
}
