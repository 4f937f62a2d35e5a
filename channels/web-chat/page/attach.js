/** The paper-clip: one picture chosen to go with the next message, named above the line until it is sent or left out. */
import { el, icon } from './dom.js';
import { t } from './words.js';

/** What the service takes; it looks at the bytes itself. */
const KINDS = ['image/jpeg', 'image/png', 'image/webp'];

/**
 * @param trouble the element that says why one cannot be sent
 * @param onChange told when a picture was chosen or left out
 * @returns {{parts: HTMLElement[], button: HTMLElement, take(): File | undefined, has(): boolean}}
 */
export function attachment({ pictureMax }, trouble, onChange) {
  let chosen;
  const input = el('input', { type: 'file', accept: KINDS.join(','), hidden: true });
  const button = el('button', { class: 'attach', type: 'button', 'aria-label': t('attach'), title: t('attach') });
  button.append(icon('clip'));
  const chip = el('p', { class: 'attached', hidden: true });

  function put(picture) {
    chosen = picture;
    input.value = '';
    chip.hidden = chosen === undefined;
    if (chosen) {
      const drop = el('button', { class: 'detach', type: 'button', 'aria-label': t('detach'), title: t('detach') });
      drop.append(icon('close'));
      drop.addEventListener('click', () => put(undefined));
      chip.replaceChildren(el('span', {}, t('attached', { name: chosen.name })), drop);
    }
    onChange();
  }

  button.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const [picture] = input.files;
    if (!picture) return;
    const why = !KINDS.includes(picture.type)
      ? t('pictureKind')
      : picture.size > pictureMax && t('pictureTooLarge', { max: pictureMax / 1_000_000 });
    put(why ? undefined : picture);
    if (why) trouble.textContent = why;
  });
  return {
    parts: [chip, input, button],
    button,
    has: () => chosen !== undefined,
    take: () => {
      const picture = chosen;
      put(undefined);
      return picture;
    },
  };
}
