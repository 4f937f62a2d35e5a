/** The built service as a process of its own, as an operator starts it, and the little a phone does to it over HTTP. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { post, shown, told, typed } from './web-chat.ts';

const RUN = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));

/** The last line of a start that went well. */
const STARTED = 'Ctrl-C.';

export interface Place {
  /** Where the service is started: an empty folder without .env. */
  folder: string;
  /** Its data folder, `data` in there, as it is without a setting. */
  data: string;
}

/** A new empty folder to start in, removed when the test is over. */
export function newPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'tro-ly-iso-service-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  mkdirSync(join(folder, 'data'));
  return { folder, data: join(folder, 'data') };
}

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export interface Service {
  url: string;
  /** What the operator was told so far. */
  out: () => string;
  /** Sends a signal and waits for the end. */
  end: (signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL') => Promise<Ended>;
}

/** Programs of dist/ to the end: what they said and how they went. */
export async function run(place: Place, program: string, env: Record<string, string> = {}): Promise<Ended> {
  const { ended } = begin(place, program.split(' '), env);
  return ended;
}

/** Starts the service on a free port and waits until it says that it has started. */
export async function startService(place: Place, env: Record<string, string> = {}): Promise<Service> {
  const { child, said, ended } = begin(place, ['main'], env);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => said.out.includes(STARTED) && resolve());
    void ended.then(({ code, err }) => reject(new Error(`the service ended with ${code}: ${err}`)));
  });
  const url = /http:\/\/\S+/.exec(said.out)?.[0] ?? '';
  return {
    url,
    out: () => said.out,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

function begin(place: Place, args: string[], env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [RUN, ...args], {
    cwd: place.folder,
    env: { PATH: process.env.PATH ?? '', TZ: 'UTC', WEB_CHAT_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended: Promise<Ended> = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, said, ended };
}

/** Somebody types; resolves with the words of the first answer that comes after it. */
export async function ask(url: string, phone: string, text: string): Promise<string> {
  const message = typed(text);
  const response = await post(url, phone, message);
  if (!response.ok) throw new Error(`say: ${response.status}`);
  return answerTo(url, phone, message.id);
}

/** The first answer after somebody's message, now or as soon as it comes. */
async function answerTo(url: string, phone: string, id: string): Promise<string> {
  let asked = false;
  for await (const { event, data } of told(url, `${phone}::0`)) {
    if (event !== 'entry') continue;
    if (asked && data.entry.from === 'bot') return data.entry.text;
    asked ||= data.entry.id === id;
  }
  throw new Error('the stream ended without an answer');
}

/** Resolves once the bot has said these words on a phone. */
export async function heard(url: string, phone: string, words: string): Promise<void> {
  for await (const { event, data } of told(url, `${phone}::0`)) {
    if (event === 'entry' && data.entry.from === 'bot' && data.entry.text.includes(words)) return;
  }
  throw new Error('the stream ended without these words');
}

/** What stands on a phone: who said it and the words. */
export async function conversation(url: string, phone: string): Promise<{ from: string; text: string; id: string }[]> {
  const entries = await shown(url, phone);
  return entries.map(({ from, text, id }) => ({ from: String(from), text, id }));
}
