import { TRACES } from './variables-of-traces.js';

/**
 * What each variable of the start-up contract means, in the order of reading. Which variables there are, and
 * their plain defaults, come from the code; `without` says what an absent one comes to.
 */
export const GROUPS = [
  {
    title: 'Where it listens and what it is called',
    variables: {
      PORT: { means: 'Port to listen on.' },
      METRICS_PORT: {
        means:
          'A port for `/metrics` and `/health/…` alone, which no route from outside leads to; it stays open until the process ends. Of these only `/health/live` and `/health/ready` are then on `PORT` too.',
        without: '`/metrics` is on `PORT`',
      },
      HOST: {
        means:
          'Address to listen on. The sandbox listens on this machine only, whatever stands here.',
        without: '`0.0.0.0`; `127.0.0.1` with the sandbox',
      },
      KEEP_ALIVE_SECONDS: {
        means:
          'How long a connection without a request lives, 1 to 3600. Longer than the proxy in front keeps its own to us, or it sends on one that is being closed; more than 300 where Wellhub connects directly (docs/behind-a-proxy.md).',
      },
      ROLE: {
        means:
          '`api` answers requests, `worker` does the background work (it serves `/health/…` and `/metrics` only), `all` does both. Without a process of `worker` or `all` nothing is validated, delivered or mailed: an alert says so after a minute.',
      },
      WORKERS: {
        means:
          'Processes that serve on `PORT`, 1 to 64: as many as there are cores to spare, or fewer. Each is like a replica, with a pool of connections, a spool limit and request limits of its own; limits per key and calls to Wellhub are shared out.',
      },
      PUBLIC_URL: {
        means:
          'Origin of every link that is handed out; never taken from a request. https, except for localhost.',
        without: '`http://localhost:$PORT` with the embedded database, else required',
        example: 'https://gatehouse.example.com',
      },
      WELLHUB_PUBLIC_URL: {
        means:
          'Origin of the addresses that are handed to Wellhub, where a proxy has a host of its own for them. Such a host must route `/wellhub`.',
        without: '`PUBLIC_URL`',
      },
      CONTROL_ID_URL: {
        means:
          'Origin of the addresses that Control iD devices are given (`/cid/…`). It is only printed. It may be `http` where a private line or a VPN leads here, and may have a port. Such a host must route `/cid`.',
        without: '`PUBLIC_URL`',
      },
      TRUST_PROXY: {
        means:
          'Proxies whose `X-Forwarded-For` is believed: addresses and networks, comma-separated, or how many hops there are (docs/behind-a-proxy.md).',
        without: 'nobody’s; the client is who holds the connection',
        example: '10.0.0.0/8,fd00::/8',
      },
    },
  },
  {
    title: 'Where settings come from',
    variables: {
      ENV_FILE: {
        means:
          'File of variables that `npm start`, `gatehouse migrate`, `npm run demo` and `npm run simulator` read and name; what the environment says wins. `none` reads none. An image reads none: pass it `--env-file`.',
        without: '`.env` beside `package.json`, where there is one',
        example: 'none',
      },
    },
  },
  {
    title: 'Where the data is',
    variables: {
      DATABASE_URL: {
        means:
          'PostgreSQL 16 or newer (docs/database.md: roles, poolers, TLS). When it is set, nothing secret has a default.',
        without: 'an embedded PostgreSQL below `DATA_DIR`, stopped with us',
        example: 'postgres://gatehouse:…@db.internal:5432/gatehouse',
      },
      MIGRATE: {
        means:
          '`off`: a start applies no migrations, and refuses while some are pending. Then `gatehouse migrate` does it, as the owner of the tables.',
      },
      DATABASE_STARTUP_PARAMETERS: {
        means:
          '`off` for poolers that take none: then the role has these settings (docs/database.md), and a start says which it lacks.',
      },
      DATABASE_POOL_SIZE: { means: 'Connections of one process (`WORKERS`), 2 to 200.' },
      DATABASE_CONNECT_MS: { means: 'Longest wait for a connection.' },
      DATABASE_STATEMENT_MS: {
        means: 'Longest time of one statement; the deadline of its request shortens it.',
      },
      DATABASE_IDLE_MS: { means: 'When a connection that nobody uses is closed.' },
      DATABASE_WAIT_SECONDS: {
        means:
          'How long a start, `gatehouse migrate` too, waits for a database that is not up yet; 0 to 600.',
      },
      DATA_DIR: {
        means:
          'The embedded database with its `secrets.json`, the spool, and which webhooks were refused without one. Mount a volume here that outlives the container (the image has `/data`); the rest of its file system may be read-only.',
      },
      SPOOL_DIR: {
        means:
          'Where signed webhooks, and admissions at doors of gyms with `whenStorageIsDown: ADMIT_KNOWN`, are kept, encrypted, while the database is away. `off` keeps none: then webhooks are refused with 503 once it is away for longer than a request lasts, and no door opens. Replicas may share it. Where it cannot be written the start goes on, and says so.',
        without: '`spool` below `DATA_DIR`',
        example: '/data/spool',
      },
      SPOOL_MAX_BYTES: {
        means:
          'Largest size of a process’s spool; beyond it webhooks are refused with 503. A check-in takes about 700 bytes. Admissions have a spool of their own of the same size, 16 MiB at most.',
      },
    },
  },
  {
    title: 'Secrets',
    variables: {
      OPERATOR_API_KEY: {
        means: 'The first key of the operator, at least 24 characters.',
        without: 'made once and printed with the embedded database, else required',
        example: '$(openssl rand -hex 24)',
      },
      SECRETS_KEY: {
        means:
          '32 random bytes in base64: seals stored tokens, derives the keys that sign and hash. Several, comma-separated: the first one writes, all read; in which order keys are replaced says docs/keys.md.',
        without: 'made once with the embedded database, else required',
        example: '$(openssl rand -base64 32)',
      },
    },
  },
  {
    title: 'Mail and the outside',
    variables: {
      SMTP_URL: {
        means: 'Server for passwords and notices.',
        without: 'sandbox on: mail is kept and shown there; off: calls that need mail fail',
        example: 'smtps://user:…@mail.example.com',
      },
      MAIL_FROM: {
        means: 'Sender; required with `SMTP_URL`.',
        without: '`Gatehouse <no-reply@localhost>`',
        example: 'Gatehouse <no-reply@example.com>',
      },
      OUTGOING_URLS: {
        means: '`any` lets subscriptions name http and private addresses, `public` refuses them.',
        without: '`any` with the embedded database, else `public`',
      },
      FACEBOOK_APP_ID: {
        means: 'Sign-up with Facebook.',
        without: 'that sign-up is refused; the sandbox plays Facebook',
      },
      FACEBOOK_APP_SECRET: { means: 'Required with `FACEBOOK_APP_ID`.', without: '–' },
      FACEBOOK_GRAPH_URL: {
        means: "Base of Facebook's API.",
        without: '`https://graph.facebook.com`',
      },
    },
  },
  {
    title: 'Sandbox',
    variables: {
      SANDBOX: {
        means:
          '`on` adds the simulator, its phone, caught mail and a demo partner; refused with a public address.',
        without: '`on` with the embedded database, else `off`',
      },
      WELLHUB_SIMULATOR_URL: {
        means: 'Another simulator; read only while the sandbox is on.',
        without: 'the built-in one',
      },
    },
  },
  {
    title: 'Lives and limits',
    variables: {
      LINK_TOKEN_MINUTES: { means: 'Life of a registration link.' },
      RESET_TOKEN_MINUTES: { means: 'Life of a reset token and of a mailed link.' },
      USERS_API_TOKEN_DAYS: { means: 'Life of a token of `/Api`.' },
      PASSWORD_MIN_LENGTH: {
        means:
          'Shortest password, 8 to 64. NIST SP 800-63B asks for 15 where a password is all that protects an account: recommended unless your apps promise 8.',
      },
      RATE_LIMIT_PER_MINUTE: { means: 'Requests per key and endpoint.' },
      RATE_LIMIT_DOOR_PER_MINUTE: { means: 'The same for access codes, gate and aggregator.' },
      ANONYMOUS_LIMIT_PER_MINUTE: {
        means:
          'Requests of one network (/24 or /64) without a credential: pages and log-ins. With a session cookie ten times as many.',
      },
      CODE_ISSUES_PER_MINUTE: { means: 'Access codes per customer.' },
      MAX_REQUESTS_IN_FLIGHT: {
        means:
          'Requests under way in one process; above it the least urgent are refused first (503), doors and signed webhooks last.',
      },
      MAX_EVENT_LOOP_DELAY_MS: {
        means:
          'How late the event loop may be, turn after turn, before requests are refused; 0 = however late.',
      },
      DEADLINE_FACTOR: {
        means:
          'How many times as long as promised a request, a connection or a statement may take: more than 1 only for a debugger, or on a development machine that is slow for other reasons. Wellhub waits for 1 s.',
      },
      WELLHUB_CALLS_PER_GYM: { means: 'Calls to Wellhub per second for one gym.' },
      WELLHUB_CALLS_TOTAL: { means: 'Calls to Wellhub per second in all.' },
      RAW_PAYLOAD_DAYS: { means: 'How long bodies of inbound webhooks are kept, 1 to 365.' },
    },
  },
  {
    title: 'Logs',
    variables: {
      LOG_LEVEL: {
        means:
          '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`. What a process says of its own start and end is written at each of them.',
      },
      LOG_FORMAT: {
        means: '`json`: one object per line ([logs](logs.md)); `text` is for people.',
        without: '`text` at a terminal, else `json`',
        example: 'json',
      },
      ACCESS_LOG: {
        means:
          'Requests that have a line of their own: `off`, `errors`, `sampled` (every failure, every call of Wellhub, one in a hundred of the others) or `all`.',
      },
      POD_NAME: {
        means: 'What log lines call this replica (`pod`).',
        without: 'the name of its host, which in Kubernetes is that of the pod',
        example: 'gatehouse-7d9f-x2x',
      },
    },
  },
  TRACES,
];
