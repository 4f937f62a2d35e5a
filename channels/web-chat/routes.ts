/**
 * The addresses of the web chat and what each answers. Errors are short codes: the page has the words for them. Every
 * answer carries the headers that keep scripts, frames and types to our own.
 */
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { streamSSE } from 'hono/streaming';
import type { Logger } from 'pino';
import { z } from 'zod';
import { INBOUND_TEXT_MAX, PICTURE_BYTES_MAX, type Said } from '../../domain/message.ts';
import type { Archive } from './archive.ts';
import { clockRoutes, type TrainingClock } from './clock.ts';
import type { FileNote } from './entry.ts';
import { headersOf } from './files.ts';
import { type Gate, isLocalName, isOwnPage, SESSION_MS } from './gate.ts';
import { SHOWN_MAX } from './history.ts';
import type { Page } from './page.ts';
import { cursorsFrom, type Streams } from './streams.ts';
import { pictureUpload, UPLOAD_PATH_END } from './upload.ts';

/** Largest request body: the longest text, each character escaped as \uXXXX twice over, and room for the rest. */
const BODY_MAX = 64 * 1024;
/** Longest label of a button that is believed from the page. */
const LABEL_MAX = 300;
const COOKIE = 'web-chat';

/** A phone offered to whoever opens the page. */
export interface WebChatPerson {
  id: string;
  name: string;
  /** Role and unit in a few words. */
  note: string;
}

export interface Parts {
  archive: Archive;
  streams: Streams;
  page: Page;
  /** Absent when no secret is set: then only this machine is served. */
  gate: Gate | undefined;
  practice: boolean;
  /** The clock the page may move; absent but in practice, and with it everything about it. */
  clock: TrainingClock | undefined;
  log: Pick<Logger, 'error'>;
  people(): WebChatPerson[];
  /** Keeps what the person said, and the file they see with it, and hands it over; throws when it was not accepted. */
  accept(phone: string, id: string, said: Said, file?: FileNote): Promise<void>;
  /** True when one more new phone is too many. */
  full(phone: string): Promise<boolean>;
}

type Env = { Bindings: HttpBindings };

const HEADERS: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
};

const choiceId = /^[\x21-\x7e]{1,64}$/;
const bodySchema = z.object({
  id: z.uuid(),
  said: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string().refine((text) => text.trim() !== '') }),
    z.object({
      kind: z.literal('choice'),
      id: z.string().regex(choiceId),
      label: z.string().min(1).max(LABEL_MAX).optional(),
      message: z.string().min(1).max(LABEL_MAX).optional(),
    }),
  ]),
});

/** A visitor who is nobody yet; the page makes the UUID and keeps it. */
const GUEST = /^guest-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Everything the page asks for. */
export function routes(parts: Parts): Hono<Env> {
  const app = new Hono<Env>();
  app.use(withHeaders, guard(parts));
  if (parts.gate !== undefined) login(app, parts.gate);
  app.get('/api/people', (c) =>
    c.json({
      practice: parts.practice,
      clock: parts.clock !== undefined,
      textMax: INBOUND_TEXT_MAX,
      pictureMax: PICTURE_BYTES_MAX,
      shownMax: SHOWN_MAX,
      people: parts.people(),
    }),
  );
  if (parts.clock !== undefined) app.route('/api/clock', clockRoutes({ ...parts, clock: parts.clock }));
  app.get('/api/events', (c) => events(c, parts));
  app.post('/api/phones/:phone/say', bodyLimit({ maxSize: BODY_MAX, onError: tooLong }), (c) => say(c, parts));
  app.route('/api/phones', pictureUpload(parts));
  app.get('/files/:phone/:message', (c) => file(c, parts));
  app.get('/*', async (c, next) => {
    const asset = parts.page.asset(c.req.path);
    if (asset === undefined) return next();
    return c.body(asset.bytes, 200, { 'content-type': asset.type, 'cache-control': 'no-cache' });
  });
  app.notFound((c) => c.json({ error: 'not_found' }, 404));
  app.onError((error, c) => {
    parts.log.error(
      { err: error, path: c.req.path },
      'the web chat could not do what the page asked; the page tries again',
    );
    return c.json({ error: 'unavailable' }, 503);
  });
  return app;
}

const withHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
};

const tooLong = (c: Context): Response => c.json({ error: 'too_long', max: INBOUND_TEXT_MAX }, 413);

/** Lets in who may use the page, and takes orders from our own page only. */
function guard({ gate }: Parts): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (gate === undefined) {
      const proxied = c.req.header('x-forwarded-for') ?? c.req.header('forwarded');
      if (!isLocalName(c.req.header('host')) || proxied !== undefined) {
        return c.text('Only on this machine: open http://127.0.0.1, or set WEB_CHAT_SECRET to serve others.', 403);
      }
    } else if (!gate.admits(getCookie(c, COOKIE))) {
      if (c.req.path === '/') return c.redirect('/login', 303);
      if (/^\/(api|files)\//.test(c.req.path)) return c.json({ error: 'login' }, 401);
    }
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      if (!isOwnPage((name) => c.req.header(name))) return c.json({ error: 'foreign_page' }, 403);
      const type = c.req.path.endsWith(UPLOAD_PATH_END) ? 'multipart/form-data' : 'application/json';
      if (!c.req.header('content-type')?.startsWith(type)) return c.json({ error: 'malformed' }, 415);
    }
    return next();
  };
}

function login(app: Hono<Env>, gate: Gate): void {
  app.post('/login', bodyLimit({ maxSize: 4 * 1024 }), async (c) => {
    const given = z.object({ secret: z.string() }).safeParse(await c.req.json().catch(() => undefined));
    if (!given.success) return c.json({ error: 'malformed' }, 400);
    const result = gate.login(c.env.incoming.socket.remoteAddress ?? '', given.data.secret);
    if (result.kind === 'wait') {
      c.header('retry-after', String(result.seconds));
      return c.json({ error: 'wait', seconds: result.seconds }, 429);
    }
    if (result.kind === 'wrong') return c.json({ error: 'wrong' }, 401);
    const secure = c.req.header('x-forwarded-proto') === 'https';
    const maxAge = SESSION_MS / 1_000;
    setCookie(c, COOKIE, result.cookie, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge, secure });
    return c.json({});
  });
}

const isOffered = (parts: Parts, phone: string): boolean =>
  GUEST.test(phone) || parts.people().some(({ id }) => id === phone);

async function say(c: Context<Env>, parts: Parts): Promise<Response> {
  const phone = c.req.param('phone') ?? '';
  if (!isOffered(parts, phone)) return c.json({ error: 'unknown_phone' }, 404);
  const body = bodySchema.safeParse(await c.req.json().catch(() => undefined));
  if (!body.success) return c.json({ error: 'malformed' }, 400);
  const { id, said } = body.data;
  if (said.kind === 'text' && said.text.length > INBOUND_TEXT_MAX) return tooLong(c);
  if (await parts.full(phone)) return c.json({ error: 'full' }, 503);
  await parts.accept(phone, id, withoutAbsent(said));
  return c.json({ id });
}

/** Keys that are absent instead of undefined, as the domain has them. */
function withoutAbsent(said: z.infer<typeof bodySchema>['said']): Said {
  if (said.kind === 'text') return said;
  const { kind, id, label, message } = said;
  return { kind, id, ...(label === undefined ? {} : { label }), ...(message === undefined ? {} : { message }) };
}

function events(c: Context<Env>, parts: Parts): Response {
  const cursors = cursorsFrom(c.req.header('last-event-id') ?? c.req.query('phones') ?? '');
  if (cursors === undefined) return c.json({ error: 'malformed' }, 400);
  if (!cursors.every(({ phone }) => isOffered(parts, phone))) return c.json({ error: 'unknown_phone' }, 404);
  if (parts.streams.full) return c.json({ error: 'full' }, 503);
  c.header('x-accel-buffering', 'no');
  return streamSSE(c, async (sse) => {
    try {
      await parts.streams.serve(sse, cursors);
    } catch (error) {
      parts.log.error({ err: error }, 'a live line of the web chat broke; the page opens it again');
    }
  });
}

async function file(c: Context<Env>, parts: Parts): Promise<Response> {
  const phone = c.req.param('phone') ?? '';
  if (!isOffered(parts, phone)) return c.json({ error: 'unknown_phone' }, 404);
  const note = (await parts.archive.history(phone)).file(c.req.param('message') ?? '');
  const bytes = note && (await parts.archive.bytes(note.digest));
  if (note === undefined || bytes === undefined) return c.json({ error: 'not_found' }, 404);
  return c.body(new Uint8Array(bytes), 200, headersOf(note));
}
