import { it } from 'vitest';
import { understand } from '../conversations/parse/understand.ts';
it('x', () => {
  for (const ask of ['received', 'received_online', undefined] as const) for (const t of ['chưa có số liệu','chua co so lieu', 'chưa có'])
  console.log('Z', ask, t, JSON.stringify(understand(t, { today: '2021-11-01', ...(ask ? {ask}: {}) })));
});
