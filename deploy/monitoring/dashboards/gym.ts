import { dashboard, figure, graph, IN } from './panels.js';

const SPAN = '$__rate_interval';

/** What a gym earns and what its people meet: check-ins, doors, messages. */
export const gym = dashboard({
  uid: 'gatehouse-gym',
  title: 'Gatehouse: the gyms',
  description:
    'Check-ins, what is paid and what is lost, doors, and what goes out to people and systems.',
})
  .withPanel(
    figure(
      {
        title: 'Paid today',
        description: 'Check-ins that Wellhub validated in 24 hours.',
        unit: 'short',
      },
      `sum(increase(gatehouse_check_in_validations_total{outcome="validated", ${IN}}[24h]))`,
    ),
  )
  .withPanel(
    figure(
      {
        title: 'Lost today',
        description: 'Check-ins that ended unpaid in 24 hours. Well: 0.',
        unit: 'short',
      },
      `sum(increase(gatehouse_check_in_validations_total{outcome=~"expired|not-found|rejected", ${IN}}[24h]))`,
    ),
  )
  .withPanel(
    figure(
      { title: 'Waiting', description: 'Check-ins that are not validated yet.', unit: 'short' },
      `max(gatehouse_check_ins_pending{${IN}})`,
    ),
  )
  .withPanel(
    figure(
      {
        title: 'Overdue',
        description: 'Their time is over and Wellhub gave no answer. Well: 0.',
        unit: 'short',
      },
      `max(gatehouse_check_ins_overdue{${IN}})`,
    ),
  )
  .withPanel(
    figure(
      {
        title: 'Doors, p99',
        description: 'Time to the answer at the door. Well: below 0.1 s.',
        unit: 's',
      },
      `histogram_quantile(0.99, sum by (le) (rate(gatehouse_request_seconds_bucket{route="/open-api/device/cardreader/identification", ${IN}}[5m])))`,
    ),
  )
  .withPanel(
    figure(
      {
        title: 'Open alerts raised',
        description: 'Alerts of partners raised within an hour.',
        unit: 'short',
      },
      `sum(increase(gatehouse_alerts_total{${IN}}[1h]))`,
    ),
  )
  .withPanel(
    graph(
      {
        title: 'Check-ins by how they ended',
        description: 'Validated is paid; expired, not-found and rejected are lost.',
        unit: 'short',
      },
      [
        {
          expr: `sum by (outcome) (increase(gatehouse_check_in_validations_total{${IN}}[1h]))`,
          legend: '{{outcome}}',
        },
      ],
    ),
  )
  .withPanel(
    graph(
      {
        title: 'Check-ins that wait',
        description: 'Waiting ones end by themselves; overdue ones wait for Wellhub.',
        unit: 'short',
      },
      [
        { expr: `max(gatehouse_check_ins_pending{${IN}})`, legend: 'waiting' },
        { expr: `max(gatehouse_check_ins_overdue{${IN}})`, legend: 'overdue' },
      ],
    ),
  )
  .withPanel(
    graph(
      {
        title: 'Scans by result',
        description: 'OPEN and REPEAT opened the door. NO_DECISION was our fault.',
        unit: 'reqps',
      },
      [
        {
          expr: `sum by (result) (rate(gatehouse_scans_total{${IN}}[${SPAN}]))`,
          legend: '{{result}}',
        },
      ],
    ),
  )
  .withPanel(
    graph(
      { title: 'Time at the door', description: 'Turnstiles give up after a second.', unit: 's' },
      [0.5, 0.95, 0.99].map((share) => ({
        expr: `histogram_quantile(${share}, sum by (le) (rate(gatehouse_request_seconds_bucket{route="/open-api/device/cardreader/identification", ${IN}}[${SPAN}])))`,
        legend: `p${share * 100}`,
      })),
    ),
  )
  .withPanel(
    graph(
      {
        title: 'Calls to Wellhub by outcome',
        description: 'timeout, network, status and breaker got no answer.',
        unit: 'reqps',
      },
      [
        {
          expr: `sum by (outcome) (rate(gatehouse_wellhub_call_seconds_count{${IN}}[${SPAN}]))`,
          legend: '{{outcome}}',
        },
      ],
    ),
  )
  .withPanel(
    graph(
      {
        title: 'Time of calls to Wellhub, p95',
        description: 'A scan that validates waits for it.',
        unit: 's',
      },
      [
        {
          expr: `histogram_quantile(0.95, sum by (le, call) (rate(gatehouse_wellhub_call_seconds_bucket{${IN}}[${SPAN}])))`,
          legend: '{{call}}',
        },
      ],
    ),
  )
  .withPanel(
    graph(
      {
        title: 'The oldest that waits',
        description: 'Webhooks of Wellhub, events for subscribers, mails, usage. Well: seconds.',
        unit: 's',
      },
      [
        { expr: `max(gatehouse_wellhub_events_oldest_seconds{${IN}})`, legend: 'webhooks' },
        { expr: `max(gatehouse_deliveries_oldest_seconds{${IN}})`, legend: 'deliveries' },
        { expr: `max(gatehouse_mails_oldest_seconds{${IN}})`, legend: 'mails' },
        { expr: `max(gatehouse_usage_events_oldest_seconds{${IN}})`, legend: 'usage' },
      ],
    ),
  )
  .withPanel(
    graph(
      {
        title: 'Alerts raised, by code',
        description: 'What each code means: docs/alerts.md.',
        unit: 'short',
      },
      [{ expr: `sum by (code) (increase(gatehouse_alerts_total{${IN}}[1h]))`, legend: '{{code}}' }],
    ),
  );
