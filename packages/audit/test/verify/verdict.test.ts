/** What findings and verdicts say, word for word. */
import { describe, expect, it } from 'vitest';
import { type BundleVerdict, Findings, statement, verdictText } from '../../src/verdict.ts';
import { provedTexts, unprovedTexts } from '../../src/verdict-texts.ts';

describe('findings', () => {
  it('say what the code means, where it was found, and the particulars where there are any', () => {
    const findings = new Findings('en');
    expect(findings).toMatchObject({ language: 'en', total: 0, listed: [], found: {} });
    findings.add('chain-broken', 'records.ndjson', undefined, 7);
    findings.add('proof-length', 'index.json', ['hashes-are', 3, 4n]);
    findings.add('chain-broken', 'records.ndjson', undefined, 9);
    const chain = 'the record does not name the one before it in its case';
    expect(findings.listed).toEqual([
      { code: 'chain-broken', file: 'records.ndjson', line: 7, says: chain },
      { code: 'proof-length', file: 'index.json', says: 'the proof has more or fewer hashes than it must: 3 hashes, and not 4' },
      { code: 'chain-broken', file: 'records.ndjson', line: 9, says: chain },
    ]);
    expect('line' in (findings.listed[1] ?? {})).toBe(false);
    expect(findings).toMatchObject({ total: 3, found: { 'chain-broken': 2, 'proof-length': 1 } });
  });

  it('are said in the language asked for', () => {
    const findings = new Findings('vi');
    findings.add('file-malformed', '', ['no-folder']);
    expect(findings.listed).toEqual([{ code: 'file-malformed', file: '', says: expect.stringMatching(/: không phải thư mục$/) }]);
  });

  it('name the bundle among several', () => {
    const findings = new Findings('en');
    findings.folder = 'abc/';
    findings.add('file-missing', 'checkpoint');
    expect(findings.listed.map(({ file }) => file)).toEqual(['abc/checkpoint']);
  });

  it('are listed up to a thousand, and counted beyond', () => {
    const findings = new Findings('en');
    for (let line = 1; line <= 1_002; line += 1)
      findings.add(line > 1_000 ? 'version-gap' : 'chain-broken', 'records.ndjson', undefined, line);
    expect(findings.listed.length).toBe(1_000);
    expect(findings.listed.at(-1)?.line).toBe(1_000);
    expect(findings).toMatchObject({ total: 1_002, found: { 'chain-broken': 1_000, 'version-gap': 2 } });
  });
});

describe('a statement', () => {
  it('has its values as texts, and in its sentence', () => {
    expect(statement(provedTexts, 'complete', 'en', ['c-1', 10n, 3])).toEqual({
      code: 'complete',
      values: ['c-1', '10', '3'],
      says: 'The case c-1 is complete as of the first 10 facts of the log: it had 3 facts then, and all are here.',
    });
    expect(statement(unprovedTexts, 'truth', 'vi', []).says).toBe('Rằng điều được ghi là đúng sự thật.');
  });
});

describe('a verdict as a person reads it', () => {
  const finding = (line?: number) => ({ code: 'chain-broken' as const, file: 'records.ndjson', says: 'broken', ...(line ? { line } : {}) });
  const holding: BundleVerdict = {
    ...{ ok: true, bundles: 2, records: 14, findings: [], found: {} },
    proved: [statement(provedTexts, 'same-as-seen', 'en', []), statement(provedTexts, 'log-whole', 'en', [14])],
    unproved: [statement(unprovedTexts, 'truth', 'en', []), statement(unprovedTexts, 'other-cases', 'en', [])],
  };

  it('says first whether it holds, then what is proved and what is not', () => {
    expect(verdictText(holding, 'en')).toBe(
      [
        'It holds. Bundles: 2, records: 14.',
        '',
        'Proved:',
        '  The checkpoint says the same as the one that you had seen.',
        '  These 14 records are the whole log up to that checkpoint: none was changed, left out, added or moved.',
        '',
        'Not proved:',
        '  That what was written is true.',
        '  Anything about the other cases of the log.',
      ].join('\n'),
    );
    expect(verdictText(holding, 'vi').split('\n').slice(0, 3)).toEqual(['Hợp lệ. Số gói: 2, số bản ghi: 14.', '', 'Đã chứng minh:']);
  });

  const unproved = [statement(unprovedTexts, 'findings', 'en', [])];
  const broken = (count: number, shown: BundleVerdict['findings']): BundleVerdict => ({
    ...{ ok: false, bundles: 1, records: 3, findings: shown, found: { 'chain-broken': count - 1, 'version-gap': 1 }, proved: [], unproved },
  });

  it('lists each finding with its place, and says nothing of what is proved', () => {
    const folder = { code: 'file-missing' as const, file: '', says: 'it is not there' };
    expect(verdictText(broken(3, [finding(7), finding(), folder]), 'en')).toBe(
      [
        'It does not hold. Bundles: 1, records: 3, findings: 3.',
        '  chain-broken  records.ndjson:7  broken',
        '  chain-broken  records.ndjson  broken',
        '  file-missing  it is not there',
        '',
        'Not proved:',
        '  There are findings: rely on nothing in this bundle.',
      ].join('\n'),
    );
  });

  it('shows no name that could hide something', () => {
    const [first, second] = [
      { ...finding(2), file: 'a\nb' },
      { ...finding(), file: 'a\u202eb' },
    ];
    const lines = verdictText(broken(2, [first, second]), 'en').split('\n');
    expect(lines.slice(1, 3)).toEqual(['  chain-broken  a\\u000ab:2  broken', '  chain-broken  a\\u202eb  broken']);
  });

  it('lists fifty findings, and counts the others', () => {
    const many = Array.from({ length: 60 }, (_, at) => finding(at + 1));
    const lines = verdictText(broken(1_234, many), 'en').split('\n');
    expect(lines[0]).toBe('It does not hold. Bundles: 1, records: 3, findings: 1234.');
    expect(lines.slice(50, 53)).toEqual(['  chain-broken  records.ndjson:50  broken', '  and 1184 more', '']);
    expect(verdictText(broken(50, many.slice(0, 50)), 'en')).not.toContain('more');
  });
});
