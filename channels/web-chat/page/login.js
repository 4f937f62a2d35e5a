/** Asks for the secret of the page. It travels in the body of one request and is kept nowhere. */
import { t } from './words.js';

const form = document.getElementById('login');
const secret = document.getElementById('secret');
const note = document.getElementById('note');
document.getElementById('label').textContent = t('secret');
document.getElementById('enter').textContent = t('enter');

async function enter() {
  note.textContent = '';
  try {
    const response = await fetch('/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: secret.value }),
    });
    if (response.ok) {
      location.replace('/');
      return;
    }
    const { seconds } = await response.json();
    note.textContent = seconds ? t('secretWait', { minutes: Math.ceil(seconds / 60) }) : t('secretWrong');
  } catch {
    note.textContent = t('offline');
  }
  secret.select();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void enter();
});
