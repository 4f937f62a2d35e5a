/** What this room writes for the operator: the part of pino's logger it uses. Never a message's text or an address. */
import type { Logger } from 'pino';

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;
