/** Randomness that is the same in every run: bytes from a counter, mixed so that codes differ. */
import { createHash } from 'node:crypto';

/** A source of bytes that never repeats itself within a test and never differs between runs. */
export function countedRandom(seed = 'test'): (bytes: number) => Uint8Array {
  let call = 0;
  return (bytes) => {
    call += 1;
    return createHash('sha512').update(`${seed} ${call}`).digest().subarray(0, bytes);
  };
}
