/** The line to write in. What is half written survives a reload. */
import { attachment } from './attach.js';
import { el, icon } from './dom.js';
import { t } from './words.js';

/** From here on the characters left are shown. */
const SHOW_LEFT = 200;
/** Tallest the line grows, in pixels; then it scrolls. */
const TALLEST = 140;

/**
 * @param onSay told the text when it is sent, and the picture that goes with it
 * @returns {{root: HTMLElement, put(text: string): void, focus(): void}}
 */
export function composer(person, settings, onSay) {
  const { textMax } = settings;
  const draft = `web-chat.draft.${person.id}`;
  const left = el('p', { class: 'left', role: 'status' });
  const field = el('textarea', {
    class: 'field',
    rows: '1',
    placeholder: t('write'),
    'aria-label': t('write'),
    enterkeyhint: 'send',
    autocomplete: 'off',
  });
  const button = el(
    'button',
    { class: 'send', type: 'submit', 'aria-label': t('send'), title: t('send') },
    icon('send'),
  );
  const picture = attachment(settings, left, changed);
  // A newcomer is not in the list of the service and can send none.
  picture.button.hidden = person.sign !== undefined;
  const root = el('form', { class: 'composer' }, left, ...picture.parts, field, button);

  function changed() {
    const over = field.value.length > textMax;
    const room = textMax - field.value.length;
    left.textContent = over ? t('tooLong', { max: textMax }) : room < SHOW_LEFT ? t('left', { count: room }) : '';
    root.classList.toggle('over', over);
    button.disabled = over || (field.value.trim() === '' && !picture.has());
    sessionStorage.setItem(draft, field.value);
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight + 2, TALLEST)}px`;
  }

  function put(text) {
    field.value = text;
    changed();
  }

  field.addEventListener('input', changed);
  field.addEventListener('keydown', (event) => {
    // Vietnamese input methods use Enter to end a word: that one is not for us. On a touch screen Enter is a new line.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || composing || matchMedia('(hover: none)').matches) return;
    event.preventDefault();
    root.requestSubmit();
  });
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    if (button.disabled) return;
    const text = field.value.trim();
    const chosen = picture.take();
    put('');
    field.focus();
    onSay(text, chosen);
  });
  field.value = sessionStorage.getItem(draft) ?? '';
  queueMicrotask(changed);
  return { root, put, focus: () => field.focus() };
}
