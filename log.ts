/**
 * The service's log as lines a person can read: pino decides what is logged and hides nothing of an error; one line
 * each goes to standard error, so that standard output keeps what the operator is told.
 */
import pino, { type Level, type Logger } from 'pino';
import { dateAt, timeAt } from './domain/date.ts';

type Entry = Record<string, unknown> & { level: string; time: number; msg?: string; err?: { stack?: string } };

/** Fields that are in the line already. */
const SHOWN = new Set(['level', 'time', 'msg', 'err']);

/** Makes the log; `write` takes each finished line. */
export function makeLog(
  level: Level,
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Logger {
  const formatters = { level: (label: string) => ({ level: label }) };
  return pino(
    { level, base: null, formatters },
    { write: (line: string) => write(readable(JSON.parse(line) as Entry)) },
  );
}

/** '2026-11-22 10:41 warn  messages were being sent … retried=1', the stack of an error below it. */
export function readable(entry: Entry): string {
  const fields = Object.entries(entry)
    .filter(([name]) => !SHOWN.has(name))
    .map(([name, value]) => ` ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const head = `${dateAt(entry.time)} ${timeAt(entry.time)} ${entry.level.padEnd(5)} ${entry.msg ?? ''}${fields.join('')}\n`;
  return entry.err?.stack === undefined ? head : `${head}  ${entry.err.stack.replaceAll('\n', '\n  ')}\n`;
}
