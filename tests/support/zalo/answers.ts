/** How a loopback Zalo answers calls over HTTP: login, messages, uploads, and the small signs of life. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { quiet } from '../clock.ts';
import type { LoopbackZalo } from './loopback-zalo.ts';
import { json } from './qr-desk.ts';
import { decrypt, encrypt, loginKey } from './wire.ts';

/** An answer other than success: a code outside or inside the encrypted part, a status of HTTP, or none at all. */
export type Refusal = { code: number; inside?: boolean } | { status: number } | 'silence';

export interface Call {
  host: string;
  path: string;
  cookie: string;
  userAgent: string;
  params: Record<string, unknown>;
}

/** One message the account sent. */
export interface Sent {
  thread: string;
  group: boolean;
  /** The words, a picture's caption, or a file's name. */
  text: string;
  msgId: number;
  params: Record<string, unknown>;
}

/** A picture somebody sent, as its server gives it out. */
export interface Photo {
  bytes: Uint8Array;
  headers?: Record<string, string>;
  status?: number;
}

export interface Upload {
  name: string;
  bytes: Buffer;
}

/** Every service the library asks the address of. */
const SERVICES =
  'aext alias auto_reply catalog chat conversation file friend friend_board group group_board group_poll label profile quick_message reaction sticker zimsg';

/** Between two pings of the client; long enough that the library's own timer never fires in a test. */
export const PING_MS = 60_000;
/** Small chunks, so that a file of some kilobytes needs several. */
const CHUNK_BYTES = 4 * 1024;
const LOGIN_HOSTS = ['id.zalo.me', 'jr.chat.zalo.me', 'chat.zalo.me'];

export async function answer(zalo: LoopbackZalo, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://zalo');
  const host = String(request.headers['x-zalo-host']);
  const body = await bytesOf(request);
  const { cookie = '', 'user-agent': userAgent = '' } = request.headers;
  const call: Call = { host, path: url.pathname, cookie, userAgent, params: {} };
  zalo.calls.push(call);
  const refusal = zalo.refusalOf(url.pathname);
  if (refusal === 'silence') return zalo.changed();
  const photo = zalo.photos.get(url.pathname);
  if (photo) {
    const { status = 200, headers = { 'content-type': 'application/octet-stream' }, bytes } = photo;
    response.writeHead(status, headers).end(bytes);
  } else if (refusal && 'status' in refusal) {
    response.writeHead(refusal.status);
    response.end('{}');
  } else if (LOGIN_HOSTS.includes(host)) zalo.qr.serve(host, url.pathname, response, zalo.cookie);
  else if (url.pathname.endsWith('/getLoginInfo')) logIn(zalo, call, url, response);
  else if (url.pathname.endsWith('/getServerInfo')) json(response, { error_code: 0, data: SERVER_INFO });
  else await serve(zalo, call, { url, body, request, response }, refusal);
  zalo.changed();
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const SERVER_INFO = {
  setttings: {
    features: {
      sharefile: {
        max_file: 50,
        max_size_share_file_v3: 1,
        chunk_size_file: CHUNK_BYTES,
        restricted_ext_file: ['exe'],
      },
      // The real list of codes does not hold 1006, and the library would fail on what is in it.
      socket: { ping_interval: PING_MS, rotate_error_codes: [], close_and_retry_codes: [1006, 3000], retries: {} },
    },
    keepalive: { alway_keepalive: 1, keepalive_duration: 300, time_deactive: 300 },
  },
  extra_ver: { phonebook: 0 },
};

function logIn(zalo: LoopbackZalo, call: Call, url: URL, response: ServerResponse): void {
  const { zcid = '', zcid_ext: ext = '', params = '' } = Object.fromEntries(url.searchParams);
  const key = loginKey(zcid, ext);
  call.params = decrypt(key, params) as Call['params'];
  const give = (inner: unknown, headers = {}): void =>
    json(response, { error_code: 0, data: encrypt(key, inner) }, headers);
  if (!call.cookie.includes(`zpw_sek=${zalo.cookie}`)) {
    give({ error_code: 102, error_message: 'session timeout', data: null });
    return;
  }
  const renewed = `sek-${zalo.logins()}-renewed`;
  zalo.cookie = renewed;
  const services = SERVICES.split(' ').map((name) => [name, [`http://${zalo.origin}/${name}`]]);
  const data = {
    uid: zalo.uid,
    zpw_enk: zalo.sessionKey.toString('base64'),
    zpw_ws: [`ws://${zalo.origin}/socket`],
    zpw_service_map_v3: Object.fromEntries(services),
  };
  const expires = 'Expires=Wed, 18 Mar 2037 10:00:00 GMT';
  give(
    { error_code: 0, data },
    { 'set-cookie': `zpw_sek=${renewed}; Domain=chat.zalo.me; Path=/; ${expires}; Secure; HttpOnly` },
  );
}

interface Exchange {
  url: URL;
  body: Buffer;
  request: IncomingMessage;
  response: ServerResponse;
}

async function serve(
  zalo: LoopbackZalo,
  call: Call,
  exchange: Exchange,
  refusal: Exclude<Refusal, 'silence'> | undefined,
): Promise<void> {
  const { url, body, response } = exchange;
  const isForm = String(exchange.request.headers['content-type']).startsWith('application/x-www-form-urlencoded');
  const sealed = url.searchParams.get('params') ?? (isForm ? new URLSearchParams(body.toString()).get('params') : null);
  if (sealed !== null) call.params = decrypt(zalo.sessionKey, sealed) as Call['params'];
  const code = refusal && 'code' in refusal ? refusal : undefined;
  if (code && !code.inside) return json(response, { error_code: code.code, error_message: 'refused', data: null });
  if (url.pathname.endsWith('/keepalive')) return json(response, { error_code: 0, data: {} });
  const inner = code
    ? { error_code: code.code, error_message: 'refused', data: null }
    : { error_code: 0, data: await act(zalo, call, exchange) };
  json(response, { error_code: 0, error_message: '', data: encrypt(zalo.sessionKey, inner) });
}

/** Does what a call asks for. @returns what the library is told */
async function act(zalo: LoopbackZalo, { path, params }: Call, exchange: Exchange): Promise<unknown> {
  if (path.endsWith('/upload')) return upload(zalo, path, params, exchange);
  if (/\/(sms|sendmsg|mention|quote|send|msg)$/.test(path)) {
    const msgId = Number(zalo.history.user.nextId());
    const group = params.grid !== undefined;
    const text = String(params.message ?? params.desc ?? params.fileName);
    zalo.sent.push({ thread: String(params.toid ?? params.grid), group, text, msgId, params });
    return { msgId };
  }
  if (path.endsWith('/typing')) zalo.typed.push(String(params.toid ?? params.grid));
  if (path.endsWith('/seenv2')) {
    const { data } = JSON.parse(String(params.msgInfos)) as { data: { gmi: string }[] };
    zalo.seen.push(...data.map(({ gmi }) => gmi));
  }
  if (path.endsWith('/friend/accept')) befriended(zalo, String(params.fid));
  if (path.endsWith('/recommendsv2/list')) return recommended(zalo);
  return { status: 0 };
}

function befriended({ friends, requests }: LoopbackZalo, uid: string): void {
  friends.push(uid);
  const at = requests.findIndex((request) => request.uid === uid);
  if (at >= 0) requests.splice(at, 1);
}

/** Requests that wait stand among people Zalo itself proposes, who asked for nothing. */
function recommended({ requests }: LoopbackZalo): unknown {
  const proposed = { userId: '2999999999999999999', recommType: 1, recommInfo: { message: '' } };
  const waiting = requests.map(({ uid, message }) => ({ userId: uid, recommType: 2, recommInfo: { message } }));
  return { expiredDuration: 0, recommItems: [proposed, ...waiting].map((dataInfo) => ({ dataInfo })) };
}

/** Takes one chunk; the last one makes the file, and of a document the socket tells later that it is there. */
async function upload(
  zalo: LoopbackZalo,
  path: string,
  params: Call['params'],
  { body, request, response }: Exchange,
): Promise<unknown> {
  const headers = { 'content-type': String(request.headers['content-type']) };
  const form = await new Response(new Uint8Array(body), { headers }).formData();
  const chunk = Buffer.from(await (form.get('chunkContent') as File).arrayBuffer());
  const { clientId, chunkId, totalChunk } = params as { clientId: number; chunkId: number; totalChunk: number };
  const chunks = (zalo.chunks.get(clientId) ?? new Map<number, Buffer>()).set(chunkId, chunk);
  zalo.chunks.set(clientId, chunks);
  // Chunks travel side by side; the one with the last number carries the id.
  const id = chunkId === totalChunk ? zalo.history.user.nextId() : '-1';
  if (chunks.size === totalChunk) {
    const ordered = [...chunks].sort(([a], [b]) => a - b).map(([, bytes]) => bytes);
    zalo.uploads.push({ name: String(params.fileName), bytes: Buffer.concat(ordered) });
  }
  if (path.endsWith('photo_original/upload')) {
    const urls = { normalUrl: `/img/${id}`, hdUrl: `/img/${id}`, thumbUrl: `/img/${id}` };
    return { photoId: id, clientFileId: clientId, chunkId, finished: id === '-1' ? 0 : 1, ...urls };
  }
  if (id !== '-1') await confirm(zalo, id, response);
  return { fileId: id, clientFileId: clientId, chunkId, finished: id === '-1' ? 0 : 1 };
}

/** Tells over the socket that a document has arrived: after the answer to its upload, or before it. */
async function confirm(zalo: LoopbackZalo, id: string, response: ServerResponse): Promise<void> {
  if (!zalo.confirmsEarly) response.once('finish', () => setImmediate(() => zalo.uploaded(id)));
  else {
    zalo.uploaded(id);
    await quiet(20);
  }
}
