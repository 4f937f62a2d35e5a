/** The lunar calendar at UTC+7: anchors that notices and almanacs give, and the round trip over two centuries. */
import { describe, expect, it } from 'vitest';
import { dateOfJulianDay, julianDay, lunarToSolar, solarToLunar } from '../../domain/lunar.ts';

describe('lunarToSolar', () => {
  it.each([
    // year, Tết, Giỗ Tổ; years where Beijing's Tết is another day carry its date
    [1985, '1985-01-21', '1985-04-29'], // Beijing 20/2
    [2007, '2007-02-17', '2007-04-26'], // Beijing 18/2
    [2018, '2018-02-16', '2018-04-25'],
    [2019, '2019-02-05', '2019-04-14'],
    [2020, '2020-01-25', '2020-04-02'],
    [2021, '2021-02-12', '2021-04-21'],
    [2022, '2022-02-01', '2022-04-10'],
    [2023, '2023-01-22', '2023-04-29'], // a leap month 2 before Giỗ Tổ
    [2024, '2024-02-10', '2024-04-18'],
    [2025, '2025-01-29', '2025-04-07'],
    [2026, '2026-02-17', '2026-04-26'],
    [2027, '2027-02-06', '2027-04-16'],
    [2028, '2028-01-26', '2028-04-04'],
    [2029, '2029-02-13', '2029-04-23'],
    [2030, '2030-02-02', '2030-04-12'], // Beijing 3/2
    [2031, '2031-01-23', '2031-04-01'],
    [2032, '2032-02-11', '2032-04-19'],
  ])('gives Tết and Giỗ Tổ of %i as Viet Nam keeps them', (year, tet, ancestors) => {
    expect(lunarToSolar(1, 1, year)).toBe(tet);
    expect(lunarToSolar(10, 3, year)).toBe(ancestors);
  });

  it('tells a leap month from the month it repeats', () => {
    expect(lunarToSolar(1, 6, 2025)).toBe('2025-06-25');
    expect(lunarToSolar(1, 6, 2025, true)).toBe('2025-07-25');
  });

  it('counts month 12 to the year that ends, not to the one that begins', () => {
    expect(lunarToSolar(29, 12, 2025)).toBe('2026-02-16');
    expect(lunarToSolar(23, 12, 2026)).toBe('2027-01-30');
  });

  it.each([
    ['day 30 of a short month', 30, 12, 2025, false],
    ['day 0', 0, 1, 2026, false],
    ['month 13', 1, 13, 2026, false],
    ['a leap month the year lacks', 1, 6, 2026, true],
    ['a leap month of another number', 1, 5, 2025, true],
  ])('refuses %s', (_what, day, month, year, leap) => {
    expect(() => lunarToSolar(day, month, year, leap)).toThrow(RangeError);
  });
});

describe('solarToLunar', () => {
  it.each([
    ['2026-02-16', 29, 12, 2025, false],
    ['2026-02-17', 1, 1, 2026, false],
    ['2025-12-31', 12, 11, 2025, false],
    ['2025-07-25', 1, 6, 2025, true],
    ['2021-09-21', 15, 8, 2021, false],
    ['2033-12-22', 1, 11, 2033, true],
  ])('reads %s', (date, day, month, year, leap) => {
    expect(solarToLunar(date)).toEqual({ day, month, year, leap });
  });

  it('is undone by lunarToSolar on every day from 1985 to 2050, and months have 29 or 30 days', () => {
    const wrong: string[] = [];
    let last = solarToLunar('1984-12-31');
    for (let n = julianDay('1985-01-01'); n <= julianDay('2050-12-31'); n += 1) {
      const date = dateOfJulianDay(n);
      const lunar = solarToLunar(date);
      const follows = lunar.day === last.day + 1 || (lunar.day === 1 && (last.day === 29 || last.day === 30));
      if (!follows || lunarToSolar(lunar.day, lunar.month, lunar.year, lunar.leap) !== date) wrong.push(date);
      last = lunar;
    }
    expect(wrong).toEqual([]);
  });

  it('puts the leap months where the almanacs of Viet Nam put them', () => {
    const leaps: string[] = [];
    for (let n = julianDay('1984-01-01'); n <= julianDay('2036-12-31'); n += 1) {
      const lunar = solarToLunar(dateOfJulianDay(n));
      if (lunar.leap && lunar.day === 1) leaps.push(`${lunar.year}/${lunar.month}`);
    }
    expect(leaps.join(' ')).toBe(
      '1985/2 1987/7 1990/5 1993/3 1995/8 1998/5 2001/4 2004/2 2006/7 2009/5 2012/4 2014/9 2017/6 2020/4 2023/2 ' +
        '2025/6 2028/5 2031/3 2033/11 2036/6',
    );
  });
});

describe('julianDay', () => {
  it('is 0 modulo 7 on a Monday and comes back as the same date', () => {
    expect(julianDay('2026-11-23') % 7).toBe(0);
    expect(dateOfJulianDay(julianDay('2000-02-29'))).toBe('2000-02-29');
  });

  it.each(['', 'today', '15/11/2026'])('refuses %j rather than looking for a working day for ever', (text) => {
    expect(() => julianDay(text)).toThrow(RangeError);
  });
});
