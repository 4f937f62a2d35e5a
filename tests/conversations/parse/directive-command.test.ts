/** The commands of the desk of directives, and the words beside them that are not. */
import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../conversations/parse/command.ts';

describe('the commands of directives', () => {
  it.each([
    ['chỉ đạo', 'directives'],
    ['/chidao', 'directives'],
    ['cho xem các văn bản chỉ đạo', 'directives'],
    ['chi dao', 'directives'],
    ['giao việc', 'new_directive'],
    ['GIAO VIEC', 'new_directive'],
    ['ban hành chỉ đạo', 'new_directive'],
    ['em muốn ban hành văn bản', undefined],
    ['Ban hành văn bản', undefined],
    ['chỉ đạo các đơn vị thực hiện nghiêm túc', undefined],
    ['đã giao việc cho anh Nam', undefined],
  ])('"%s" is %s', (text, name) => {
    expect(readCommand(text, '2026-11-20')?.name).toBe(name);
  });
});
