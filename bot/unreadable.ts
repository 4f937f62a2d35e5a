/**
 * A conversation that cannot be gone on with, because another version of the program wrote it. The person is told once,
 * with the figures that were in it, so that nothing said is lost without a word.
 */
import { type Line, line } from '../conversations/say.ts';
import { noteDeed } from '../db/audit.ts';
import { isIndicator } from '../domain/indicator.ts';
import { isReadable } from './flows.ts';
import { keep, NOTHING_OPEN, openSession, type Scene, tell } from './scene.ts';

/** Closes a session this program cannot read and says what was in it; does nothing about any other. */
export function closeUnreadable(scene: Scene): void {
  const session = openSession(scene);
  if (session.flow === '' || isReadable(scene.house, session)) return;
  const { flow, version } = session;
  const { code } = scene.person;
  noteDeed(scene.tx, {
    at: scene.now,
    actor: 'system',
    action: 'close_unreadable',
    subject: `person:${code}`,
    detail: { flow, version },
  });
  keep(scene, NOTHING_OPEN);
  const each = figuresIn(session.state);
  const figures = each.length > 0 ? [line('draft-unreadable-figures', { figures: { each, with: ', ' } })] : [];
  tell(scene, line('draft-unreadable'), ...figures);
}

/** The counts that can be made out in a state of whatever shape. */
function figuresIn(state: unknown): Line[] {
  const staged = (state as { staged?: { figures?: Record<string, unknown> } } | null)?.staged;
  return Object.entries(staged?.figures ?? {}).flatMap(([name, figure]) => {
    const n = (figure as { value?: unknown } | null)?.value;
    return isIndicator(name) && typeof n === 'number'
      ? [line('doubt-term', { name: line(`indicator-${name}`), n })]
      : [];
  });
}
