/** Waits for something to be so, without waiting for time: it is looked at after everything that happens. */

/** A wait this long is a failure, said by what was waited for and not by the test's own time-out. */
const UNTIL_MAX_MS = 8_000;

export class Lookout {
  readonly #waiting = new Set<() => void>();

  until(what: string, isSo: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`waited in vain until ${what}`));
      }, UNTIL_MAX_MS);
      const look = (): void => {
        if (!isSo()) return;
        clearTimeout(late);
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  changed(): void {
    for (const look of this.#waiting) look();
  }
}
