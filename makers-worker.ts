/** The program of the thread that makes files: an order comes in, its file or the words of what went wrong go out. */
import { parentPort } from 'node:worker_threads';
import { MAKERS } from './makers.ts';
import type { MakingAnswer, MakingOrder } from './scheduler/maker-thread.ts';

const port = parentPort;
if (!port) throw new Error('this file is the program of a thread; the service starts it');

port.on('message', (order: MakingOrder) => {
  void answerTo(order).then((answer) => port.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer] : []));
});

async function answerTo({ maker, data }: MakingOrder): Promise<MakingAnswer> {
  try {
    // Copied out of whatever store the library keeps it in, so that the copy can be handed over whole.
    return { bytes: new Uint8Array(await MAKERS[maker](data)) };
  } catch (cause) {
    const { message, stack } = cause instanceof Error ? cause : new Error(String(cause));
    return { message, stack };
  }
}
