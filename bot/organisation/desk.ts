/** The desk of the organisation: who is let in, moves, leaves, hands over; which units become one; one's own data. */
import { readOrganisation } from '../../conversations/parse/organisation.ts';
import { line } from '../../conversations/say.ts';
import { personById } from '../../db/people.ts';
import type { Desk } from '../desk.ts';
import { formConversation } from '../forms.ts';
import { type Scene, tell, unitsFor } from '../scene.ts';
import { appointDesk, startAppointment } from './appoint.ts';
import { codeFor, giveCode } from './codes.ts';
import { decideTapped, sayRequests } from './decide-join.ts';
import { pageTapped, sayPage, sayPeople } from './list.ts';
import { eraseDesk, exportMyData, sayMyData, startErasing } from './mine.ts';
import { postDesk, startPostChange } from './posts.ts';
import { reshapeDesk, startReshaping } from './reshape.ts';
import { placeTapped, sayUndecided, undecidedTapped } from './undecided.ts';

/** Carries out a sentence about the organisation. */
function carryOut(scene: Scene, text: string): void {
  const wish = readOrganisation(text, scene.today);
  switch (wish?.wish) {
    case 'invite':
      return startAppointment(scene, wish);
    case 'code':
      return codeFor(scene, wish.name);
    case 'list':
      return manages(scene) ? sayPeople(scene, wish.unit) : tell(scene, line('not-allowed'));
    case 'unreached':
      return manages(scene) ? sayPage(scene, undefined, 'lost', 0) : tell(scene, line('not-allowed'));
    case 'requests':
      return sayRequests(scene);
    case 'move':
    case 'retire':
    case 'hand_over':
      return startPostChange(scene, wish);
    case 'merge':
    case 'absorb':
    case 'split':
      return startReshaping(scene, wish);
    case 'undecided':
      return sayUndecided(scene);
    case 'my_data':
      return sayMyData(scene);
    case 'export_me':
      return exportMyData(scene);
    case 'erase_me':
      return startErasing(scene);
    default:
      return tell(scene, line('engine-not-understood'));
  }
}

const manages = (scene: Scene): boolean => unitsFor(scene, 'manage_people').length > 0;

export const organisationDesk: Desk = {
  conversations: [
    formConversation(appointDesk),
    formConversation(postDesk),
    formConversation(reshapeDesk),
    formConversation(eraseDesk),
  ],
  commands: { organisation: (scene, _command, text) => carryOut(scene, text) },
  runs: {
    'org-join': decideTapped,
    'org-people': pageTapped,
    'org-undecided': undecidedTapped,
    'org-place': placeTapped,
    'org-code': (scene, [id]) => {
      const person = personById(scene.tx, Number(id));
      if (person) giveCode(scene, person);
      return person !== undefined;
    },
    'org-export': (scene) => {
      exportMyData(scene);
      return true;
    },
    'org-erase': (scene) => {
      startErasing(scene);
      return true;
    },
  },
};
