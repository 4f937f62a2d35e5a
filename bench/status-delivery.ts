/**
 * What becomes of the answers about a province of thousands: their pictures, and the table of its year from the order
 * to the door. Beside each stands the longest time in which the service's own thread did nothing else.
 */
import { type App, makeApp, type World } from '../app.ts';
import type { House } from '../bot/house.ts';
import { tableWork } from '../bot/status/month-file-work.ts';
import type { Channel } from '../channels/channel.ts';
import type { Address, Delivery, Inbound } from '../domain/message.ts';
import { makeLog } from '../log.ts';
import { compiledThread } from '../makers.ts';
import { median, percentile, type Result, rounded } from './result.ts';

const NAME = 'status-3321';

type Sent = NonNullable<Delivery['file']>;

interface Province {
  house: House;
  world: World;
  leader: Address;
  /** Takes a message without waking what delivers. */
  receive: (inbound: Inbound) => Promise<void>;
  units: number;
}

/** Delivers the answers that wait; compiles a table piece by piece; then does the whole as the service does it. */
export async function delivery({ house, world, leader, receive, units }: Province): Promise<Result[]> {
  const log = makeLog('error');
  const thread = compiledThread(log);
  const files: Sent[] = [];
  const door = takingDoor(leader, (file) => files.push(file));
  const app = makeApp(house, [door], { ...world, thread }, log, { [leader.channel]: { concurrency: 1 } });
  const order = (id: string): Inbound => ({
    address: leader,
    id,
    said: { kind: 'text', text: 'tải số liệu năm 2026' },
  });
  const told = { made: thread ? 'in the thread' : 'here', units };
  try {
    const pictures = await watched('deliver the answers with their pictures', () => app.deliver.drain());
    const drawn = { ...pictures, files: files.length, ...told };
    await receive(order('bench-compiled'));
    const pieces = compiled(house, world, units);
    const table = await watched('make the table and hand it over', () => fileFrom(app, files));
    // What came back is written down, and no part of what is measured next.
    await app.deliver.drain();
    const from = performance.now();
    await app.receive(order('bench-whole'));
    const order_ms = rounded(performance.now() - from);
    const whole = await watched('compile the table, make it and hand it over', () => fileFrom(app, files));
    const mb = (bytes: number) => rounded(bytes / 1_000_000);
    const sizes = { message_mb: mb(longestMessage(house)), file_mb: mb(files.at(-1)?.bytes.length ?? 0) };
    return [drawn, pieces, { ...table, ...sizes, ...told }, { ...whole, order_ms, ...told }];
  } finally {
    await app.stop();
  }
}

/** A door that takes everything at once. */
function takingDoor({ channel, account }: Address, take: (file: Sent) => void): Channel {
  let sent = 0;
  return {
    name: channel,
    account,
    start: async () => undefined,
    stop: async () => undefined,
    health: () => ({ ok: true, detail: '' }),
    send: async (_to, { file }) => {
      if (file) take(file);
      sent += 1;
      return { messageId: String(sent) };
    },
  };
}

/** Wakes the house and waits until one more file was handed over, as often as the event loop comes round. */
async function fileFrom(app: App, files: readonly Sent[]): Promise<void> {
  const before = files.length;
  app.deliver.nudge();
  while (files.length === before) await turn();
}

const turn = () => new Promise<void>((resolve) => void setTimeout(resolve, 1));

/** Every piece of a table that was ordered is a time in which nobody is answered; the last one writes the message. */
function compiled(house: House, { clock }: World, units: number): Result {
  const work = tableWork(house);
  const { archive } = house;
  const pieces: number[] = [];
  while (work.pending(archive.read)) {
    const from = performance.now();
    archive.write((tx) => work.step(tx, clock()));
    pieces.push(rounded(performance.now() - from));
  }
  return {
    name: NAME,
    ms: rounded(pieces.reduce((sum, ms) => sum + ms, 0)),
    what: 'compile the table of a year',
    pieces: pieces.length,
    longest_ms: percentile(pieces, 100),
    median_ms: median(pieces),
    written_ms: pieces.at(-1) ?? 0,
    units,
  };
}

const longestMessage = ({ archive }: House): number =>
  (archive.sqlite.prepare('select max(length(message)) as n from outbox').get() as { n: number }).n;

/** How long some work took, and the longest time between two looks of the event loop meanwhile. */
async function watched(what: string, work: () => Promise<void>) {
  let longest = 0;
  const from = performance.now();
  let last = from;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 1);
  await work();
  look();
  clearInterval(timer);
  return { name: NAME, ms: rounded(last - from), what, longest_ms: rounded(longest) };
}
