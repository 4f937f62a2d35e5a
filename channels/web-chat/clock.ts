/**
 * The clock of a training session, as the page moves it: where the house allows that, a few more addresses. Without
 * such a clock they do not exist. Moving on is asked for a piece at a time, so that each request is short and a page
 * that is closed moves nothing further.
 */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Archive } from './archive.ts';

/** Longest request: a date or a yes or no. */
const BODY_MAX = 1024;

/** What the house lets the page do with its clock. Instants are milliseconds since 1970 UTC. */
export interface TrainingClock {
  now(): number;
  /** What will happen next, as far as it is known: how many people may be spoken to, and which units report. */
  ahead(): { at: number; people: number; units: string[] } | undefined;
  /** The moment of a day ('YYYY-MM-DD') that may be gone to, undefined for one that may not. */
  momentOf(date: string): number | undefined;
  /**
   * Goes on to the next time somebody is spoken to, or toward a moment, by a bounded piece of the way.
   * @returns whether it is there, and the units that reported by themselves on the way
   */
  leg(until?: number): Promise<{ arrived: boolean; filed: string[] }>;
  /** The units that can act by themselves, and whether they do. */
  others: { readonly names: string[]; readonly isOn: boolean; set(on: boolean): void };
}

export interface ClockParts {
  archive: Archive;
  people(): { id: string }[];
  clock: TrainingClock;
}

const onwardSchema = z.object({ date: z.string().max(10).optional() });
const othersSchema = z.object({ on: z.boolean() });

/** The addresses below /api/clock. */
export function clockRoutes(parts: ClockParts): Hono {
  const app = new Hono();
  const { clock } = parts;
  const limit = bodyLimit({ maxSize: BODY_MAX, onError: (c) => c.json({ error: 'too_long' }, 413) });
  app.get('/', async (c) => c.json(await view(parts)));
  app.post('/onward', limit, (c) => onward(c, parts));
  app.post('/others', limit, async (c) => {
    const asked = othersSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!asked.success) return c.json({ error: 'malformed' }, 400);
    clock.others.set(asked.data.on);
    return c.json(await view(parts));
  });
  return app;
}

/** One piece of the way. The day is checked at each: once it has come, there is nothing further to go. */
async function onward(c: Context, parts: ClockParts): Promise<Response> {
  const asked = onwardSchema.safeParse(await c.req.json().catch(() => undefined));
  if (!asked.success) return c.json({ error: 'malformed' }, 400);
  const { date } = asked.data;
  const until = date === undefined ? undefined : parts.clock.momentOf(date);
  if (date !== undefined && until === undefined) return c.json({ error: 'not_ahead' }, 409);
  const leg = await parts.clock.leg(until);
  return c.json({ ...(await view(parts)), ...leg });
}

/** What the bar on the page shows, and how far each phone's history has come. */
async function view(parts: ClockParts) {
  const { archive, clock } = parts;
  const { names, isOn } = clock.others;
  const phones: Record<string, { epoch: string; last: number }> = {};
  for (const { id } of parts.people()) {
    const { epoch, last } = await archive.history(id);
    phones[id] = { epoch, last };
  }
  return { now: clock.now(), ahead: clock.ahead() ?? null, others: { names, on: isOn }, phones };
}
