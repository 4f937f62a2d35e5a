/** How the door stands with Telegram, in one line for the operator; the log has a line only when that line changes. */
import type { Logger } from 'pino';
import type { Standing as Sending } from '../channel.ts';
import { causeOf, isConflict, isTokenRefused, type Scrub } from './refusal.ts';

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

export interface Health {
  ok: boolean;
  detail: string;
}

const CLOSED: Health = { ok: false, detail: 'telegram is not open: start the service' };
const OPENING: Health = { ok: false, detail: 'telegram has not answered yet; trying' };

export class Standing {
  readonly #log: Log;
  readonly #scrub: Scrub;
  #health = CLOSED;
  #sending: Sending = 'interrupted';

  constructor(log: Log, scrub: Scrub) {
    this.#log = log;
    this.#scrub = scrub;
  }

  get health(): Health {
    return { ...this.#health };
  }

  /** Whether messages can leave: they can while another program takes what comes in, or the archive is full. */
  get sending(): Sending {
    return this.#sending;
  }

  closed(): void {
    this.#health = CLOSED;
    this.#sending = 'interrupted';
  }

  opening(): void {
    this.#health = OPENING;
    this.#sending = 'interrupted';
  }

  /** @param how what is open, such as "telegram: @bot is listening" */
  open(how: string): void {
    this.#sending = 'open';
    if (this.#turn({ ok: true, detail: how })) this.#log.info(this.#health.detail);
  }

  /** Telegram did not answer, or not as hoped; somebody goes on trying. */
  failed(error: unknown): void {
    if (isTokenRefused(error)) this.#sending = 'down';
    else this.#sending = isConflict(error) ? 'open' : 'interrupted';
    if (this.#turn({ ok: false, detail: this.#scrub(remedy(error)) })) this.#log.warn(this.#health.detail);
  }

  /** Telegram delivers, and the archive cannot take it. */
  stuck(error: unknown): void {
    this.#sending = 'open';
    const why = this.#scrub(causeOf(error));
    const detail = `telegram: a message could not be stored (${why}); it will be delivered again. Is the disk full?`;
    if (this.#turn({ ok: false, detail })) this.#log.error(detail);
  }

  #turn(health: Health): boolean {
    const isNew = health.detail !== this.#health.detail;
    this.#health = health;
    return isNew;
  }
}

export type Trouble = 'token_refused' | 'conflict' | 'unreachable';

/** Which of the three things an operator can do something about it is. */
export function troubleOf(error: unknown): Trouble {
  if (isTokenRefused(error)) return 'token_refused';
  return isConflict(error) ? 'conflict' : 'unreachable';
}

const REMEDIES: Record<Trouble, (cause: string) => string> = {
  token_refused: (cause) =>
    `telegram refuses the token (${cause}): set TELEGRAM_BOT_TOKEN to the one @BotFather shows, and check TELEGRAM_API_ROOT`,
  conflict: (cause) =>
    `telegram: another program takes this bot's messages (${cause}): stop it, or give this service a bot of its own`,
  unreachable: (cause) =>
    `telegram cannot be reached (${cause}); trying again. If its network is blocked here, set TELEGRAM_PROXY_URL or TELEGRAM_API_ROOT`,
};

/** What is wrong and what the operator can do about it, for the log; not yet scrubbed. */
const remedy = (error: unknown): string => REMEDIES[troubleOf(error)](causeOf(error));
