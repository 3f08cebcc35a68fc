import type { Type } from '@nestjs/common';
import { describeWebhooks, type DescribedWebhook } from '../../platform/http/described-webhooks.js';
import {
  AggregatorMemberContent,
  AlertContent,
  AutomaticCheckoutsContent,
  VisitContent,
  WellhubBookingContent,
  WellhubCheckInContent,
  WellhubUserContent,
} from './event-contents.dto.js';
import { entityOf, EVENT_TYPES, type EventType } from './event-types.js';

interface About {
  readonly summary: string;
  /** Absent: ids alone. */
  readonly content?: Type;
  /** Most of them say nothing beyond the ids. */
  readonly isSeldom?: true;
}

const ABOUT: Record<EventType, About> = {
  CUSTOMER_CHECKIN: { summary: 'A customer came in', content: VisitContent, isSeldom: true },
  CUSTOMER_CHECKOUT: { summary: 'A customer left' },
  AUTOMATIC_CUSTOMER_CHECKOUT: {
    summary: 'Visits were ended by time',
    content: AutomaticCheckoutsContent,
  },
  CUSTOMER_CREATED: { summary: 'A customer was added' },
  CUSTOMER_UPDATED: { summary: 'A customer was changed' },
  CUSTOMER_DELETED: { summary: 'A customer was erased or merged into another one' },
  CUSTOMER_ACCESS_DISABLED: { summary: 'A customer was disabled' },
  AGGREGATOR_MEMBER_CREATED: {
    summary: 'A customer came by Wellhub',
    content: AggregatorMemberContent,
  },
  DEVICE_CREATED: { summary: 'A device was added' },
  WELLHUB_CHECKIN_RECEIVED: {
    summary: 'Wellhub sent a check-in',
    content: WellhubCheckInContent,
  },
  WELLHUB_CHECKIN_VALIDATED: {
    summary: 'Wellhub confirmed a check-in: it is paid',
    content: WellhubCheckInContent,
  },
  WELLHUB_CHECKIN_FAILED: {
    summary: 'A check-in was refused, canceled or too late',
    content: WellhubCheckInContent,
  },
  WELLHUB_CHECKIN_AT_RISK: {
    summary: 'A check-in is about to expire without validation',
    content: WellhubCheckInContent,
  },
  WELLHUB_BOOKING_REQUESTED: {
    summary: 'A class was booked: decide',
    content: WellhubBookingContent,
  },
  WELLHUB_BOOKING_CANCELED: {
    summary: 'A booking was canceled',
    content: WellhubBookingContent,
  },
  WELLHUB_BOOKING_LATE_CANCELED: {
    summary: 'A booking was canceled too late',
    content: WellhubBookingContent,
  },
  WELLHUB_USER_CANCELED: {
    summary: 'A member’s Wellhub plan was canceled',
    content: WellhubUserContent,
  },
  WELLHUB_USER_CHANGED: {
    summary: 'A member’s Wellhub plan was changed',
    content: WellhubUserContent,
  },
  ALERT_OPENED: { summary: 'An alert opened', content: AlertContent },
  ALERT_CLOSED: { summary: 'An alert closed', content: AlertContent },
  TEST: { summary: 'A try of the subscription' },
};

const described = (type: EventType): DescribedWebhook => {
  const { summary, content, isSeldom } = ABOUT[type];
  const payload = {
    type: 'object',
    required: ['timestamp', 'type', ...(content && !isSeldom ? ['content'] : [])],
    properties: {
      timestamp: { type: 'integer', description: 'When it happened, in milliseconds since 1970' },
      type: { type: 'string', enum: [type] },
      ...(content && { content: { $ref: `#/components/schemas/${content.name}` } }),
    },
  };
  const body = {
    type: 'object',
    required: ['entityId', 'uuid', 'payload'],
    properties: {
      entityId: { type: 'integer', format: 'int64', description: `The ${entityOf(type)}` },
      uuid: { type: 'string', format: 'uuid', description: 'The same at every attempt' },
      payload: { type: 'array', minItems: 1, maxItems: 1, items: payload },
    },
  };
  return { name: type, summary, body, models: content ? [content] : [] };
};

describeWebhooks(...EVENT_TYPES.map(described));
