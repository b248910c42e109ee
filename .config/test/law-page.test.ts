import { describe, expect, it } from 'vitest';
import { lawBook } from '../../packages/vietnam/src/law-data.ts';
import { termIds, termRule } from '../../packages/vietnam/src/terms.ts';
import { lawDoubtsPage } from '../reference/law-doubts-page.ts';
import { lawPage } from '../reference/law-page.ts';
import { doubted, valueWords } from '../reference/law-words.ts';

/** What the page says below the heading of a time limit. */
function section(page: string, id: string): string {
  const [, after = ''] = page.split(`\n### ${id}\n`);
  return after.split('\n#')[0] ?? '';
}

const page = lawPage();

// Seen to fail: a page without the column of grades, and one that leaves out the last value of each time limit.
describe('the page of the law', () => {
  it.each(termIds)('says of %s what it is in both languages, and each value with day, citation, grade and day checked', (id) => {
    const said = section(page, id);
    const rule = termRule(id) ?? expect.fail('not in the register');
    expect(said).toContain(rule.about.en);
    expect(said).toContain(rule.about.vi);
    const lines = said.split('\n').filter((line) => /^\| \d/.test(line));
    expect(lines.length).toBe(Object.keys(rule.values).length);
    for (const [from, { law, doubt }] of Object.entries(rule.values)) {
      const line = lines.find((each) => each.startsWith(`| ${from} |`)) ?? expect.fail(`no line for ${from}`);
      expect(line).toContain(law.text);
      expect(line).toContain(`| ${law.grade} | ${law.checkedOn} | ${doubt ?? ''}`);
      if (law.article !== null) expect(line).toContain(`article ${law.article}`);
      if (law.link !== undefined) expect(line).toContain(`(${law.link})`);
    }
  });

  it('finds nothing below a heading that is not there', () => {
    expect(section(page, 'KN-999')).toBe('');
  });

  it('gives no number for what is not known', () => {
    const law = { act: 'LKN', article: '9', text: 'LKN Đ.9', grade: 'X', checkedOn: '2026-11-22' } as const;
    expect(valueWords({ length: 90, unit: 'calendar-days', law })).toEqual({ en: 'not known', vi: 'chưa rõ' });
    expect(valueWords({ length: 90, unit: 'calendar-days', law: { ...law, grade: 'A' } })).toEqual({
      en: '90 calendar days',
      vi: '90 ngày',
    });
  });

  it('says of a longer total when it holds', () => {
    const law = { act: 'LKN', article: '33', text: 'LKN Đ.33.1', grade: 'A', checkedOn: '2026-11-22' } as const;
    expect(valueWords({ length: 30, unit: 'calendar-days', variants: { remoteArea: 45 }, law })).toEqual({
      en: '30 calendar days; 45 in a remote area hard to reach',
      vi: '30 ngày; 45 ngày ở vùng sâu, vùng xa đi lại khó khăn',
    });
  });
});

describe('the page of open points', () => {
  const open = lawDoubtsPage();

  it.each(Object.entries(lawBook.doubts))(
    'says of %s what is open and what the pack does, in both languages',
    (id, { about, handling }) => {
      for (const words of [about.en, about.vi, handling.en, handling.vi]) expect(section(open, id)).toContain(words);
    },
  );

  it('names every value with something open', () => {
    const all = doubted();
    expect(all.length).toBeGreaterThan(100);
    for (const { of, doubt } of all) {
      const line = open.split('\n').find((each) => each.startsWith(`| ${doubt} |`)) ?? expect.fail(doubt);
      expect(line).toContain(of);
    }
  });
});
