/** Makes elements. Text goes in as text, never as markup. */

/** An element with properties (`class`, `on…` listeners, attributes) and children (elements or text). */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

const ICONS = {
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12l16-8-5 16-3.5-6.5L4 12zM11.5 13.5L20 4',
  clip: 'M20 11l-8.6 8.6a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.6-7.6',
  plus: 'M12 5v14M5 12h14',
  down: 'M12 5v14M5 12l7 7 7-7',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
};

/** A line drawing, hidden from screen readers: what it means stands beside it or in its button's label. */
export function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** A round sign with the first letters of the family name and the given name. */
export function avatar({ name, hue, sign }) {
  const parts = name.trim().split(/\s+/);
  const letters = parts.length > 1 ? `${parts[0][0]}${parts.at(-1)[0]}` : (parts[0]?.[0] ?? '?');
  return el('span', { class: `avatar avatar-${hue}`, 'aria-hidden': 'true' }, sign ?? letters.toUpperCase());
}
