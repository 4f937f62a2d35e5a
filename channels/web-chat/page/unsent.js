/**
 * What a person said and the service has not confirmed. It is kept in the browser until it is, sent in order, and always
 * with the id it was given when it was typed, so that sending it again never doubles it. A picture is too large to be
 * kept there: it waits in the page, and the browser asks before the page is left with it.
 */
import { say, uuid } from './api.js';
import { now } from './days.js';

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 30_000;

const keyOf = (phone) => `web-chat.unsent.${phone}`;

export class Unsent {
  #phone;
  #onChange;
  #pictures = [];
  #sending = false;
  #failed = false;
  #timer;
  #wait = FIRST_WAIT_MS;

  /** @param onChange told after every change */
  constructor(phone, onChange) {
    this.#phone = phone;
    this.#onChange = onChange;
    this.#failed = this.items().length > 0;
    addEventListener('beforeunload', (event) => {
      if (this.#pictures.some(({ refused }) => !refused)) event.preventDefault();
    });
  }

  /** What waits, words first: {id, said, at, picture?}. Words are read each time: another tab may have sent them. */
  items() {
    return [...this.#words(), ...this.#pictures];
  }

  #words() {
    try {
      return JSON.parse(localStorage.getItem(keyOf(this.#phone)) ?? '[]');
    } catch {
      return [];
    }
  }

  /** 'sending' or 'waiting' for an item of the list, 'refused' for one given up, undefined for one that arrived. */
  state(id) {
    const item = this.items().find((waiting) => waiting.id === id);
    if (item === undefined) return undefined;
    if (item.refused) return 'refused';
    return this.#failed ? 'waiting' : 'sending';
  }

  /** Keeps it, then sends it. */
  add(said, picture) {
    this.#save([...this.items(), { id: uuid(), said, at: now(), ...(picture && { picture }) }]);
    this.#onChange();
    void this.send();
  }

  /** Sends what waits, one after the other; what cannot be sent now is tried again later and later. */
  async send() {
    if (this.#sending) return;
    clearTimeout(this.#timer);
    this.#sending = true;
    for (let item = this.#next(); item !== undefined; item = this.#next()) {
      const { id } = item;
      const outcome = await say(this.#phone, item);
      this.#failed = outcome === 'later';
      if (this.#failed) break;
      this.#wait = FIRST_WAIT_MS;
      if (outcome === 'sent') this.#save(this.items().filter((waiting) => waiting.id !== id));
      else this.#save(this.items().map((waiting) => (waiting.id === id ? { ...waiting, refused: true } : waiting)));
      this.#onChange();
    }
    this.#sending = false;
    if (!this.#failed) return;
    this.#onChange();
    this.#timer = setTimeout(() => void this.send(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  /** Forgets one that was refused. */
  forget(id) {
    this.#save(this.items().filter((waiting) => waiting.id !== id));
    this.#onChange();
  }

  #next() {
    return this.items().find(({ refused }) => !refused);
  }

  #save(items) {
    this.#pictures = items.filter(({ picture }) => picture);
    const words = items.filter(({ picture }) => !picture);
    if (words.length === 0) localStorage.removeItem(keyOf(this.#phone));
    else localStorage.setItem(keyOf(this.#phone), JSON.stringify(words));
  }
}
