/**
 * A desk: one kind of work beside the figures (announcements, duties, the calendar), with the commands and choices it
 * answers, its forms, and the free words it understands. The desks of the house are listed in desks.ts.
 */
import type { Command, CommandName } from '../conversations/parse/command.ts';
import type { Understanding } from '../conversations/parse/understand.ts';
import type { Conversation } from './flows.ts';
import type { Scene } from './scene.ts';

export interface Desk {
  conversations?: readonly Conversation[];
  /** Tapped commands by name: 'run:<name>:<part>:<part>'. Answers false where the parts mean nothing any more. */
  runs?: Readonly<Record<string, (scene: Scene, parts: readonly string[]) => boolean>>;
  commands?: Partial<Record<CommandName, (scene: Scene, command: Command, text: string) => void>>;
  /** Words that are no command, when nothing is open: true where the desk has answered them. */
  hears?(scene: Scene, text: string, understood: Understanding): boolean;
  /**
   * Words that are no command and can be meant for nothing else, in the middle of figures and where the open question
   * cannot use them; `goOn` shows that question again.
   */
  hearsAside?(scene: Scene, text: string, goOn: () => void): boolean;
}
