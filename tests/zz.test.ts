import { it } from 'vitest';
import { freshCheckIn, monthlyCheckIn } from '../conversations/flows/monthly-check-in/flow.ts';
import { understand } from '../conversations/parse/understand.ts';
import { naming, talk } from './support/talk.ts';
const known = (p: number) => ({ unitName: 'U', today: '2021-11-01', due: '2021-11-05', ends: '2021-10-31', previous: { pendingTotal: p, received: 200 }, proceduresTotal: 163 });
it('x', () => {
  const a = talk(monthlyCheckIn, freshCheckIn(1, '2021-10'), known(0));
  a.type('chưa có số liệu'); console.log('A', a.question()?.id, JSON.stringify(a.state?.staged.figures));
  while (a.state && a.question()?.id !== 'activities') { a.tap('slot:no-data'); console.log('A', a.question()?.id, JSON.stringify(a.state?.staged.figures)); }
  console.log(JSON.stringify(understand('21,5', { today: '2021-11-01', ask: 'received_online' })), JSON.stringify(understand('sửa 3', { today: '2021-11-01', ask: 'confirm' })));
  const b = talk(monthlyCheckIn, freshCheckIn(1, '2021-10'), known(6));
  b.do(naming({ received_online: 0 })).type('0');
  console.log('B', b.question()?.id, b.offered(), JSON.stringify(b.state?.staged));
  b.tap(b.offered()[0] ?? '');
  b.do(naming({ received_direct: 0, resolved_late: 7, pending_overdue: 1 }));
  for (let at = 0; at < 6; at += 1) {
    console.log('B', b.question()?.id, b.keys(), b.offered(), JSON.stringify(b.state?.staged.figures));
    const ids = b.offered();
    b.tap(['send', 'act:none', 'slot:no-data', 'nav:skip', 'clarify:0'].find((id) => ids.includes(id)) ?? 'nav:skip');
  }
});
