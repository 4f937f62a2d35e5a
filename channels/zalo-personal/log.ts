/** What this door writes for the operator: the part of pino's logger it uses. Never a text, a cookie or a name. */
import type { Logger } from 'pino';

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;
