import { dashboard, figure, graph, IN } from './panels.js';

const SPAN = '$__rate_interval';

/** What the processes and the database do. */
export const machine = dashboard({
  uid: 'gatehouse-machine',
  title: 'Gatehouse: the machine',
  description: 'Requests, processes, background work, database and spool.',
})
  .withPanel(
    figure(
      { title: 'Replicas', description: 'That can be scraped.', unit: 'short' },
      `count(gatehouse_build_info{${IN}})`,
    ),
  )
  .withPanel(
    figure(
      { title: 'Versions', description: 'More than one only during a roll-out.', unit: 'short' },
      `count(count by (version, revision) (gatehouse_build_info{${IN}}))`,
    ),
  )
  .withPanel(
    figure(
      { title: 'Requests', description: 'Per second.', unit: 'reqps' },
      `sum(rate(gatehouse_request_seconds_count{${IN}}[5m]))`,
    ),
  )
  .withPanel(
    figure(
      { title: 'Failed', description: 'Share of answers with 5xx. Well: 0.', unit: 'percentunit' },
      `sum(rate(gatehouse_request_seconds_count{status=~"5..", ${IN}}[5m])) / sum(rate(gatehouse_request_seconds_count{${IN}}[5m]))`,
    ),
  )
  .withPanel(
    figure(
      { title: 'Database', description: '1: every replica has it.', unit: 'short' },
      `min(gatehouse_database_available{${IN}})`,
    ),
  )
  .withPanel(
    figure(
      {
        title: 'In the spool',
        description: 'Records that wait for the database. Well: 0.',
        unit: 'short',
      },
      `sum(gatehouse_spool_records{${IN}})`,
    ),
  )
  .withPanel(
    graph({ title: 'Requests by status', description: 'Per second.', unit: 'reqps' }, [
      {
        expr: `sum by (status) (rate(gatehouse_request_seconds_count{${IN}}[${SPAN}]))`,
        legend: '{{status}}',
      },
    ]),
  )
  .withPanel(
    graph({ title: 'The slowest routes, p99', description: 'Ten of them.', unit: 's' }, [
      {
        expr: `topk(10, histogram_quantile(0.99, sum by (le, method, route) (rate(gatehouse_request_seconds_bucket{${IN}}[${SPAN}]))))`,
        legend: '{{method}} {{route}}',
      },
    ]),
  )
  .withPanel(
    graph({ title: 'CPU', description: 'Cores that each process uses.', unit: 'short' }, [
      { expr: `sum by (pod) (rate(process_cpu_seconds_total{${IN}}[${SPAN}]))`, legend: '{{pod}}' },
    ]),
  )
  .withPanel(
    graph({ title: 'Memory', description: 'Well: below 450 MB under load.', unit: 'bytes' }, [
      { expr: `sum by (pod) (process_resident_memory_bytes{${IN}})`, legend: '{{pod}}' },
    ]),
  )
  .withPanel(
    graph(
      {
        title: 'Delay of the event loop',
        description: 'Above 0.1 s a replica has more to do than a core can.',
        unit: 's',
      },
      [{ expr: `max by (pod) (gatehouse_event_loop_delay_seconds{${IN}})`, legend: '{{pod}}' }],
    ),
  )
  .withPanel(
    graph(
      {
        title: 'Refused for load',
        description: 'The least urgent first. Well: none.',
        unit: 'reqps',
      },
      [
        {
          expr: `sum by (surface) (rate(gatehouse_requests_shed_total{${IN}}[${SPAN}]))`,
          legend: '{{surface}}',
        },
      ],
    ),
  )
  .withPanel(
    graph(
      { title: 'Connections', description: 'To the database, of all replicas.', unit: 'short' },
      [
        { expr: `sum by (state) (gatehouse_database_connections{${IN}})`, legend: '{{state}}' },
        { expr: `sum(gatehouse_database_requests_waiting{${IN}})`, legend: 'waiting for one' },
      ],
    ),
  )
  .withPanel(
    graph(
      {
        title: 'Errors of statements',
        description: 'A constraint is often no fault.',
        unit: 'reqps',
      },
      [
        {
          expr: `sum by (class) (rate(gatehouse_sql_errors_total{${IN}}[${SPAN}]))`,
          legend: '{{class}}',
        },
      ],
    ),
  )
  .withPanel(
    graph(
      {
        title: 'Since a worker last ended well',
        description: 'The ten longest. Each runs every ten minutes at least.',
        unit: 's',
      },
      [
        {
          expr: `topk(10, time() - max by (worker) (gatehouse_worker_last_success_timestamp_seconds{${IN}}))`,
          legend: '{{worker}}',
        },
      ],
    ),
  )
  .withPanel(
    graph(
      {
        title: 'Runs of workers that failed',
        description: 'Per second. Well: none.',
        unit: 'reqps',
      },
      [
        {
          expr: `sum by (worker) (rate(gatehouse_worker_failures_total{${IN}}[${SPAN}]))`,
          legend: '{{worker}}',
        },
      ],
    ),
  )
  .withPanel(
    graph({ title: 'Spool', description: 'Records that wait, by spool.', unit: 'short' }, [
      { expr: `sum by (spool) (gatehouse_spool_records{${IN}})`, legend: '{{spool}}' },
    ]),
  );
