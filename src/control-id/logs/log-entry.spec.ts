import { describe, expect, it } from '@jest/globals';
import { logsOfChanges, logsOfPage } from './log-entry.js';

const VALUES = {
  id: '519',
  time: '1532977090',
  event: '12',
  device_id: '478435',
  identifier_id: '0',
  user_id: '0',
  portal_id: '1',
  identification_rule_id: '0',
  card_value: '0',
  log_type_id: '-1',
};
const change = (values: unknown, more: object = {}) => ({
  object_changes: [{ object: 'access_logs', type: 'inserted', values, ...more }],
  device_id: 478435,
});

describe('access logs of a report', () => {
  it('D-20 are read as the documents show them: numbers are texts, and 0 is no name', () => {
    expect(logsOfChanges(change(VALUES))).toEqual([{ id: '519', time: 1532977090, event: 12 }]);
  });

  it('D-20 name a user and a card, whether as number or as text', () => {
    const seen = { id: 519, time: 1532977090, event: 7, user_id: 4711, card_value: '528280977448' };
    expect(logsOfChanges(change(seen))).toEqual([
      { id: '519', time: 1532977090, event: 7, userId: '4711', cardValue: '528280977448' },
    ]);
    const signed = { ...seen, user_id: '', card_value: '-5' };
    expect(logsOfChanges(change(signed))).toMatchObject([{ cardValue: '-5' }]);
  });

  it('D-22 are those that were inserted, of all changes', () => {
    const two = {
      object_changes: [
        { object: 'users', type: 'inserted', values: VALUES },
        { object: 'access_logs', type: 'deleted', values: VALUES },
        { object: 'access_logs', type: 'inserted', values: [VALUES, { ...VALUES, id: '520' }] },
        'odd',
        null,
      ],
    };
    expect(logsOfChanges(two).map(({ id }) => id)).toEqual(['519', '520']);
  });

  it.each([
    ['no list', { object_changes: {} }],
    ['nothing', {}],
    ['no values', change(undefined)],
    ['no number', change({ ...VALUES, id: 'x' })],
    ['a number that no database holds', change({ ...VALUES, id: '9'.repeat(19) })],
    ['no event', change({ ...VALUES, event: undefined })],
    ['a list in place of a number', change({ ...VALUES, id: [1] })],
  ])('D-22 are none where there is %s', (_, body) => {
    expect(logsOfChanges(body)).toEqual([]);
  });

  it.each(['', '1.5e400', undefined, 'noon', -3])('D-20 have no time where %j stands', (time) => {
    expect(logsOfChanges(change({ ...VALUES, time }))).toMatchObject([{ id: '519', time: 0 }]);
  });

  it('D-22 forget a user whose number no database holds', () => {
    const [log] = logsOfChanges(change({ ...VALUES, user_id: '9'.repeat(19) }));
    expect(log).not.toHaveProperty('userId');
  });
});

describe('a page of access logs', () => {
  it.each([
    ['the result of a command', { response: { access_logs: [VALUES] } }],
    ['that result as text', { response: JSON.stringify({ access_logs: [VALUES] }) }],
    ['the list alone', { access_logs: [VALUES] }],
  ])('D-20 is read from %s', (_, result) => {
    expect(logsOfPage(result)).toEqual([{ id: '519', time: 1532977090, event: 12 }]);
  });

  it('D-20 keeps every digit of a code that the device tells as a number in a text', () => {
    const text =
      '{"access_logs":[{"id":519,"time":1532977090,"event":7,"card_value":49267681211943991}]}';
    const read = [{ id: '519', time: 1532977090, event: 7, cardValue: '49267681211943991' }];
    for (const result of [text, { response: text }, JSON.stringify({ response: text })])
      expect(logsOfPage(result)).toEqual(read);
  });

  it.each([[{ error: 'x' }], [{}], ['text'], [null], [{ response: 'text' }], [[VALUES]]])(
    'D-22 is none in %j',
    (result) => {
      expect(logsOfPage(result)).toBeUndefined();
    },
  );
});
