/**
 * The bar of a training session: what day it is in practice, what will happen next, and the way there. A long way is
 * asked for a piece at a time; stopping is asking for no further piece.
 */
import { clockNow, goOnward, letOthersAct } from './api.js';
import { aheadName, dayOf, momentName, now, setClock } from './days.js';
import { avatar, el } from './dom.js';
import { unread } from './unread.js';
import { t } from './words.js';

/** How often the time shown is brought up to date. */
const SHOW_MS = 5_000;
/** How often the service is asked what is next: somebody else may move the same clock. */
const ASK_MS = 20_000;
/** Pieces of one way; a year is some forty. */
const PIECES_MAX = 400;
const DAY_MS = 86_400_000;
/** The service and this machine never agree to the millisecond; from here on the clock was moved. */
const MOVED_MS = 60_000;

export class ClockBar {
  #root;
  #people;
  #onOpen;
  #onMoved;
  #onUnread;
  #view;
  #told = new Map();
  #filed = new Set();
  #running = false;
  #stopped = false;
  #today = el('strong', { class: 'clock-today' });
  #ahead = el('span', { class: 'clock-ahead' });
  #news = el('p', { class: 'clock-news', role: 'status' });
  #chips = el('div', { class: 'clock-chips' });
  #next = el('button', { class: 'clock-next', type: 'button', onclick: () => void this.#go({}) }, t('clockNext'));
  #stop = el(
    'button',
    { class: 'clock-stop', type: 'button', hidden: true, onclick: () => this.#end() },
    t('clockStop'),
  );
  #toDate = el(
    'button',
    { class: 'clock-plain', type: 'button', 'aria-expanded': 'false', onclick: () => this.#toggle() },
    t('clockToDate'),
  );
  #date = el('input', { class: 'clock-date', type: 'date', required: true, 'aria-label': t('clockDate') });
  #others = el('input', { type: 'checkbox', onchange: () => void this.#setOthers() });
  #othersLine = el('label', { class: 'clock-others' }, this.#others);
  #more = el(
    'form',
    { class: 'clock-more', hidden: true },
    this.#date,
    el('button', { class: 'clock-plain', type: 'submit' }, t('clockGo')),
    this.#othersLine,
  );
  #progress = el('progress', {
    class: 'clock-progress',
    max: '1',
    value: '0',
    hidden: true,
    'aria-label': t('clockWay'),
  });

  /**
   * @param people everybody who may be chosen, asked anew each time
   * @param onOpen told whose phone to show
   * @param onMoved told after the clock moved
   * @param onUnread told when other messages than before are unread
   */
  constructor(root, { people, onOpen, onMoved, onUnread }) {
    this.#root = root;
    this.#people = people;
    this.#onOpen = onOpen;
    this.#onMoved = onMoved;
    this.#onUnread = onUnread;
    const words = el('p', { class: 'clock-words' }, this.#today, ' ', this.#ahead);
    const keys = el('div', { class: 'clock-keys' }, this.#next, this.#stop, this.#toDate);
    root.setAttribute('aria-label', t('clockBar'));
    const told = el('div', { class: 'clock-told' }, this.#news, this.#chips);
    root.append(words, keys, this.#more, this.#progress, told);
    this.#more.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#go({ date: this.#date.value });
    });
    setInterval(() => this.#showTime(), SHOW_MS);
    setInterval(() => void this.ask(), ASK_MS);
  }

  /** Asks the service where the clock stands. */
  async ask() {
    if (this.#running) return;
    const view = await clockNow().catch(() => undefined);
    if (view && !this.#running) this.#take(view);
  }

  /** Somebody looked at a phone. */
  onSeen() {
    if (this.#view) this.#showPeople();
  }

  /** How many messages of a phone nobody has looked at. */
  unread(phone) {
    const place = this.#view?.phones[phone];
    return place ? unread(phone, place) : 0;
  }

  async #go(wanted) {
    if (this.#running) return;
    this.#running = true;
    this.#stopped = false;
    this.#told.clear();
    this.#filed.clear();
    this.#more.hidden = true;
    const from = now();
    const to = wanted.date ? Date.parse(`${wanted.date}T08:00:00+07:00`) : undefined;
    this.#showRunning(to !== undefined);
    let trouble = '';
    for (let piece = 0; piece < PIECES_MAX && !this.#stopped; piece += 1) {
      const answer = await goOnward(wanted).catch(() => ({ error: 'offline' }));
      // The day that came between two pieces is no longer ahead: then this is where we wanted to go.
      if (answer.error) trouble = answer.error === 'not_ahead' && piece > 0 ? '' : answer.error;
      if (answer.error) break;
      this.#count(answer);
      this.#take(answer);
      if (to !== undefined) this.#progress.value = (answer.now - from) / Math.max(1, to - from);
      if (answer.arrived) break;
    }
    this.#running = false;
    this.#showRunning(false);
    this.#news.textContent = trouble ? t(trouble === 'not_ahead' ? 'clockNotAhead' : 'clockOffline') : this.#newsText();
    this.#next.focus();
  }

  /** Asks for no further piece. */
  #end() {
    this.#stopped = true;
  }

  async #setOthers() {
    const view = await letOthersAct(this.#others.checked).catch(() => undefined);
    if (view) this.#take(view);
    else this.#others.checked = this.#view?.others.on ?? false;
  }

  #toggle() {
    this.#more.hidden = !this.#more.hidden;
    this.#toDate.setAttribute('aria-expanded', String(!this.#more.hidden));
    if (!this.#more.hidden) this.#date.focus();
  }

  /** Notes who was spoken to by this piece, and who reported. */
  #count({ phones, filed }) {
    for (const [id, { epoch, last }] of Object.entries(phones)) {
      const before = this.#view?.phones[id];
      const more = last - (before?.epoch === epoch ? before.last : 0);
      if (more > 0) this.#told.set(id, (this.#told.get(id) ?? 0) + more);
    }
    for (const unit of filed) this.#filed.add(unit);
  }

  #take(view) {
    const moved = !this.#view || Math.abs(view.now - now()) > MOVED_MS;
    this.#view = view;
    setClock(view.now);
    const { names, on } = view.others;
    this.#others.checked = on;
    this.#othersLine.replaceChildren(this.#others, el('span', {}, t('clockOthers', { units: names.join(', ') })));
    this.#othersLine.hidden = names.length === 0;
    this.#root.hidden = false;
    this.#showTime();
    this.#showPeople();
    if (moved) this.#onMoved();
  }

  #showTime() {
    if (!this.#view) return;
    this.#today.textContent = t('clockToday', { moment: momentName(now()) });
    this.#date.min = dayOf(now() + DAY_MS);
    this.#ahead.textContent = aheadText(this.#view.ahead);
  }

  #showRunning(far) {
    this.#root.setAttribute('aria-busy', String(this.#running));
    this.#next.setAttribute('aria-disabled', String(this.#running));
    this.#toDate.disabled = this.#running;
    this.#toDate.setAttribute('aria-expanded', 'false');
    this.#next.hidden = far;
    this.#stop.hidden = !far;
    this.#progress.hidden = !far;
    this.#progress.value = 0;
    if (far) this.#stop.focus();
  }

  #newsText() {
    const filed = this.#filed.size > 0 ? [t('clockFiled', { units: [...this.#filed].join(', ') })] : [];
    const told = this.#told.size > 0 ? t('clockTold', { people: this.#told.size }) : t('clockToldNone');
    return [told, ...filed].join(' ');
  }

  /** Who was spoken to just now, and whose messages nobody has looked at: a touch opens the phone. */
  #showPeople() {
    const shown = this.#people().filter(({ id }) => this.#told.has(id) || this.unread(id) > 0);
    const chips = shown.map((person) => {
      const count = this.unread(person.id);
      const label = count > 0 ? t('clockUnread', { name: person.name, count }) : person.name;
      const button = el('button', { class: 'chip', type: 'button', 'aria-label': label, 'data-phone': person.id });
      button.append(avatar(person), el('span', { class: 'chip-name' }, person.name));
      if (count > 0) button.append(el('span', { class: 'unread' }, String(count)));
      button.addEventListener('click', () => this.#onOpen(person.id));
      return button;
    });
    this.#chips.replaceChildren(...chips);
    this.#onUnread();
  }
}

/** "Tiếp theo: 08:00 thứ Ba 03/11, nhắc việc tối đa 5 người". */
function aheadText(next) {
  if (!next) return t('clockAheadNone');
  const what = [
    ...(next.people > 0 ? [t('clockReminds', { people: next.people })] : []),
    ...(next.units.length > 0 ? [t('clockReports', { units: next.units.join(', ') })] : []),
  ];
  return t('clockAhead', { moment: aheadName(next.at), what: what.join('; ') || t('clockSomething') });
}
