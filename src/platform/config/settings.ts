import type { DatabaseSettings } from './database-settings.js';
import type { AccessLogMode, LogFormat } from './log-format.js';
import type { Role } from './role.js';
import type { TracingSettings } from './tracing-settings.js';
import type { TrustProxy } from './trust-proxy.js';

/**
 * The start-up contract as the code sees it: parsed, complete, frozen. Injected by its class.
 * Made by `readSettings` from the environment; a test makes it from a literal.
 */
export class Settings {
  readonly port!: number;
  /** Where metrics and health are served as well; without it metrics are on `port`. */
  readonly metricsPort?: number;
  readonly host!: string;
  /** How long a connection without a request lives. */
  readonly keepAliveSeconds!: number;
  readonly role!: Role;
  /** How many processes answer on the port; each is like a replica. */
  readonly processes!: number;
  readonly databaseUrl!: string;
  readonly database!: DatabaseSettings;
  /** True when we started the database ourselves (no `DATABASE_URL`). */
  readonly embeddedDatabase!: boolean;
  readonly dataDir!: string;
  /** Folder of the spool, where webhooks wait while the database is away; absent = no spool. */
  readonly spoolDir?: string | undefined;
  readonly spoolMaxBytes!: number;
  /** Origin of every link that is issued, without a trailing slash. */
  readonly publicUrl!: string;
  /** Origin of the addresses that Wellhub calls, without a trailing slash. */
  readonly wellhubPublicUrl!: string;
  /** Origin of the addresses that Control iD devices call, without a trailing slash. */
  readonly controlIdUrl!: string;
  /** Whose `X-Forwarded-For` is trusted; 0 = no proxy's. */
  readonly trustProxy!: TrustProxy;
  readonly operatorApiKey!: string;
  /** False when the environment sets it: then it is never shown. */
  readonly isOperatorKeyMade!: boolean;
  /** 32-byte master keys; the first one writes, all read. */
  readonly secretsKeys!: readonly Buffer[];
  readonly sandbox!: boolean;
  readonly smtpUrl?: string;
  readonly mailFrom!: string;
  readonly outgoingUrls!: 'any' | 'public';
  readonly wellhubSimulatorUrl?: string;
  readonly linkTokenMinutes!: number;
  readonly resetTokenMinutes!: number;
  readonly usersApiTokenDays!: number;
  readonly passwordMinLength!: number;
  readonly rateLimitPerMinute!: number;
  readonly rateLimitDoorPerMinute!: number;
  readonly anonymousLimitPerMinute!: number;
  readonly codeIssuesPerMinute!: number;
  readonly maxRequestsInFlight!: number;
  /** How many times as long as promised requests, connections and statements may take. */
  readonly deadlineFactor!: number;
  /** 0: the event loop is never too late. */
  readonly maxEventLoopDelayMs!: number;
  readonly wellhubCallsPerGym!: number;
  readonly wellhubCallsTotal!: number;
  readonly rawPayloadDays!: number;
  readonly facebook?: { appId: string; appSecret: string; graphUrl: string };
  readonly logLevel!: string;
  /** `text` for people at a terminal. */
  readonly logFormat!: LogFormat;
  readonly accessLog!: AccessLogMode;
  /** What log lines call this replica; absent = the name of its host. */
  readonly podName?: string | undefined;
  /** Absent: nothing is traced. */
  readonly tracing?: TracingSettings;

  private constructor() {}

  static of(values: { [K in keyof Settings]: Settings[K] }): Settings {
    return Object.freeze(Object.assign(Object.create(Settings.prototype) as Settings, values));
  }
}

/** What is known of them first. */
export type LogSettings = Pick<Settings, 'logLevel' | 'logFormat' | 'podName'>;
