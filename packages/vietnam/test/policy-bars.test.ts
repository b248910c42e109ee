/** What bars a complaint, as far as its file shows it, and what bars a refusal. Seen to fail: each bar taken out lets one of these in. */
import { describe, expect, it } from 'vitest';
import { arrival, assignedOn, contested, type Desk, decision, desk, ruleOf } from './desk.ts';

type Data = Readonly<Record<string, unknown>>;

async function received(on: string, more: Data = {}, people = 1): Promise<Desk> {
  const at = desk();
  await at.done('Receive', on, arrival(more, people));
  return at;
}
const accepted = async (at: Desk, on: string): Promise<string> => (await at.done('Accept', on)).stage;
const refusing = (ground: string, more: Data = {}): Data => ({ ground, reason: 'x', ...more });

describe('the time for complaining', () => {
  const learned = (learnedOn: string, kind = 'decision'): Data => ({ contests: { decision: '1/QĐ', issuedBy: 'ha-noi', learnedOn, kind } });
  const flood = { from: '2026-01-10', through: '2026-01-19', shownBy: 'GXN-1' };

  it('is 90 days: learned of on Mon 2026-01-05, they end on Sun 04-05 and roll to Mon 04-06', async () => {
    // 26 days of January, 28, 31, 5 of April.
    expect(await accepted(await received('2026-04-06', learned('2026-01-05')), '2026-04-08')).toBe('received');
    expect(await ruleOf(await received('2026-04-07', learned('2026-01-05')), 'Accept', '2026-04-08')).toEqual([
      'LAW_OBJECTS',
      'limitation-over',
      'LKN Đ.9; LKN Đ.11.6',
    ]);
  });

  it('leaves out the days of an obstacle: ten of them give until Wed 2026-04-15, whether shown at once or later', async () => {
    expect(await accepted(await received('2026-04-15', { ...learned('2026-01-05'), obstacles: [flood] }), '2026-04-16')).toBe('received');
    const late = await received('2026-04-16', { ...learned('2026-01-05'), obstacles: [flood] });
    expect((await ruleOf(late, 'Accept', '2026-04-17'))[1]).toBe('limitation-over');
    const cured = await received('2026-04-15', learned('2026-01-05'));
    expect((await ruleOf(cured, 'Accept', '2026-04-16'))[1]).toBe('limitation-over');
    await cured.done('Complete', '2026-04-17', { documents: ['Giấy xác nhận'], obstacles: [flood] });
    expect(await accepted(cured, '2026-04-17')).toBe('received');
  });

  it('is 15 days about discipline: received on Mon 2026-03-02, until Tue 03-17', async () => {
    expect(await accepted(await received('2026-03-17', learned('2026-03-02', 'discipline')), '2026-03-18')).toBe('received');
    const late = await received('2026-03-18', learned('2026-03-02', 'discipline'));
    expect(await ruleOf(late, 'Accept', '2026-03-19')).toEqual(['LAW_OBJECTS', 'limitation-over', 'LKN Đ.48; LKN Đ.11.6']);
  });

  it('bars nobody while the file does not say when it was learned of, and no refusal as late stands while it is not over', async () => {
    expect(await accepted(await received('2026-04-07', contested()), '2026-04-08')).toBe('received');
    const inTime = await received('2026-04-06', learned('2026-01-05'));
    expect((await ruleOf(inTime, 'NotAccept', '2026-04-07', refusing('N6')))[1]).toBe('still-in-time');
    const late = await received('2026-04-07', learned('2026-01-05'));
    expect((await late.done('NotAccept', '2026-04-08', refusing('N6'))).stage).toBe('closed');
  });
});

describe('the window to the second level', () => {
  /** Served on Mon 2025-09-08: the window ends on Wed 10-08. */
  async function again(on: string, more: Data = {}): Promise<Desk> {
    const at = await assignedOn('2025-08-01');
    await at.done('Resolve', '2025-08-28', decision);
    await at.done('Serve', '2025-09-08', { to: ['nkn-1'], decision: '45/QĐ-GQKN' });
    await at.done('Recomplain', on, { against: 'decision', summary: 'Không đồng ý.', ...more });
    return at;
  }

  it('bars the acceptance of a complaint that came after it, unless days of an obstacle explain it', async () => {
    expect(await accepted(await again('2025-10-08'), '2025-10-10')).toBe('recomplained');
    const late = await again('2025-10-09');
    expect(await late.objections()).toEqual(['window-over']);
    expect(await ruleOf(late, 'Accept', '2025-10-10')).toEqual(['LAW_OBJECTS', 'window-over', 'LKN Đ.33.1; LKN Đ.11.6']);
    const explained = await again('2025-10-09', { obstacles: [{ from: '2025-09-20', through: '2025-09-20', shownBy: 'GRV-1' }] });
    expect(await explained.objections()).toEqual([]);
    expect(await accepted(explained, '2025-10-10')).toBe('recomplained');
  });

  it('after silence is open for a complaint without any decision, which is accepted and cannot be refused for the lack of one', async () => {
    const silent = async (on: string): Promise<Desk> => {
      // 30 days from Mon 2025-03-10 end on Wed 04-09; the window ends on Fri 05-09.
      const at = await assignedOn('2025-03-10');
      await at.done('Recomplain', on, { against: 'silence', summary: 'Im lặng.' });
      return at;
    };
    expect(await accepted(await silent('2025-05-09'), '2025-05-12')).toBe('recomplained');
    expect((await (await silent('2025-05-09')).refused('NotAccept', '2025-05-12', refusing('N2'))).code).toBe('DECISION_OWED_BELOW');
    expect((await ruleOf(await silent('2025-05-10'), 'Accept', '2025-05-12'))[1]).toBe('window-over');
  });
});

describe('what became of the matter before', () => {
  const before = (earlier: Data): Data => ({ earlier });

  it('bars it after a second decision, and after a first one in effect: of Mon 2026-01-05, from Thu 02-05 on', async () => {
    const twice = await received('2026-03-02', before({ ended: 'decided', level: 2, on: '2025-10-01' }));
    expect(await ruleOf(twice, 'Accept', '2026-03-03')).toEqual(['LAW_OBJECTS', 'second-decision-exists', 'LKN Đ.11.7']);
    const once = before({ ended: 'decided', level: 1, on: '2026-01-05' });
    expect(await accepted(await received('2026-02-04', once), '2026-02-05')).toBe('received');
    expect(await ruleOf(await received('2026-02-05', once), 'Accept', '2026-02-06')).toEqual([
      'LAW_OBJECTS',
      'first-decision-in-effect',
      'LKN Đ.11.6; LKN Đ.44.1',
    ]);
  });

  it('bars what was withdrawn since 2026-07-01, unless it is shown that the withdrawal was forced', async () => {
    const withdrawn = { ended: 'withdrawn', on: '2026-07-01' };
    const at = await received('2026-07-10', before(withdrawn));
    expect(await ruleOf(at, 'Accept', '2026-07-13')).toEqual(['LAW_OBJECTS', 'withdrawn-content', 'LKN Đ.10']);
    expect((await at.done('NotAccept', '2026-07-13', refusing('C28'))).stage).toBe('closed');
    const forced = await received('2026-07-10', before({ ...withdrawn, coercionShown: true }));
    expect((await ruleOf(forced, 'NotAccept', '2026-07-13', refusing('C28')))[1]).toBe('ground-not-on-file');
    expect(await accepted(forced, '2026-07-13')).toBe('received');
  });

  it('bars it 30 days after a notice from before: of Mon 2026-05-04, after Wed 06-03; and since 2026-07-01 nobody knows', async () => {
    for (const ended of ['withdrawn', 'terminated']) {
      const earlier = before({ ended, on: '2026-05-04' });
      expect(await accepted(await received('2026-06-03', earlier), '2026-06-04')).toBe('received');
      expect(await ruleOf(await received('2026-06-04', earlier), 'Accept', '2026-06-05')).toEqual([
        'LAW_OBJECTS',
        'termination-notice-over',
        'LKN Đ.11.8',
      ]);
      expect((await ruleOf(await received('2026-07-01', earlier), 'Accept', '2026-07-02')).slice(0, 2)).toEqual([
        'UNSETTLED_LAW',
        'termination-notice-ground',
      ]);
    }
  });
});

describe('a refusal', () => {
  it('by a court’s ruling or a second decision needs it on file; a court that dropped the matter bars nothing', async () => {
    const ruled = (effect: string): Data => ({ court: 'TAND', ruling: 'TB-1', effect });
    const at = await received('2026-03-02');
    for (const ground of ['N7', 'N9']) {
      expect((await ruleOf(at, 'NotAccept', '2026-03-03', refusing(ground)))[1]).toBe('ground-not-on-file');
    }
    await at.done('RecordCourtRuling', '2026-03-03', ruled('dismisses'));
    expect((await ruleOf(at, 'NotAccept', '2026-03-03', refusing('N9')))[1]).toBe('ground-not-on-file');
    expect(await accepted(at, '2026-03-03')).toBe('received');
    const taken = await received('2026-03-02');
    await taken.done('RecordCourtRuling', '2026-03-03', ruled('takes-over'));
    expect((await taken.done('NotAccept', '2026-03-03', refusing('N9'))).stage).toBe('closed');
    const told = refusing('N7', { earlier: { ended: 'decided', level: 2, on: '2025-10-01' } });
    expect((await (await received('2026-03-02')).done('NotAccept', '2026-03-03', told)).stage).toBe('closed');
  });

  it('for want of a signature does not stand where the file shows that everybody signed', async () => {
    const at = desk();
    await at.done(
      'Receive',
      '2026-08-03',
      arrival({
        complainants: [
          { member: 'nkn-1', signed: true },
          { member: 'nkn-2', signed: true },
        ],
      }),
    );
    const n5 = { ground: 'N5', reason: 'Không có chữ ký.' };
    expect((await at.refused('NotAccept', '2026-08-04', n5)).params).toEqual({ rule: 'signed-by-all' });
    // Control: of what nobody wrote down the file shows nothing.
    const other = desk();
    await other.done('Receive', '2026-08-03', arrival());
    expect((await other.done('NotAccept', '2026-08-04', n5)).stage).toBe('closed');
  });

  it('as withdrawn content exists since 2026-07-01 only', async () => {
    expect((await ruleOf(await received('2026-06-29'), 'NotAccept', '2026-06-30', refusing('C28')))[1]).toBe('non-acceptance-ground');
    expect((await ruleOf(await received('2026-06-29'), 'NotAccept', '2026-07-01', refusing('C28')))[1]).toBe('ground-not-on-file');
  });
});

describe('signatures', () => {
  const people = (...signed: boolean[]): Data => ({
    complainants: signed.map((each, index) => ({ member: `nkn-${index + 1}`, signed: each })),
  });

  it('are asked for: one at least, until it is handed in', async () => {
    const at = await received('2026-03-02', people(false));
    expect(await ruleOf(at, 'Accept', '2026-03-03')).toEqual(['LAW_OBJECTS', 'unsigned', 'LKN Đ.11.5']);
    await at.done('Complete', '2026-03-04', { documents: ['Đơn đã ký'], signed: ['nkn-1'] });
    expect(await accepted(at, '2026-03-04')).toBe('received');
    expect(await accepted(await received('2026-03-02', people(false, true)), '2026-03-03')).toBe('received');
  });

  it('of a group are all asked for since 2026-07-01', async () => {
    const group = people(true, true, true, true, false);
    expect(await accepted(await received('2026-06-29', group), '2026-06-30')).toBe('received');
    const at = await received('2026-07-01', group);
    await at.done('AppointRepresentatives', '2026-07-01', { members: ['nkn-1'], document: 'VB-1' });
    expect(await ruleOf(at, 'Accept', '2026-07-02')).toEqual(['LAW_OBJECTS', 'group-needs-signatures', 'NĐ124 Đ.16.1 (NĐ155 Đ.10)']);
    await at.done('Withdraw', '2026-07-03', { form: 'petition', members: ['nkn-5'] });
    // Four are no group any more, and those who stayed have signed.
    expect(await accepted(at, '2026-07-03')).toBe('received');
  });
});

describe('whoever acts for the complainant', () => {
  const acting = (more: Data): Data => ({
    authorised: { person: 'nuq-1', as: 'relative', form: 'notarised', ...more },
  });
  const ill = { because: 'illness' };
  const answer = async (on: string, more: Data): Promise<unknown> => {
    const at = await received(on, acting(more));
    return at.done('Accept', on).then(
      () => 'accepted',
      async () => (await at.refused('Accept', on)).params.rule,
    );
  };

  it('needs a reason why the complainant does not come himself, but for a lawyer or legal aid', async () => {
    expect(await answer('2026-03-02', ill)).toBe('accepted');
    expect(await answer('2026-03-02', {})).toBe('authorisation-needs-reason');
    expect(await answer('2026-03-02', { as: 'lawyer' })).toBe('accepted');
  });

  it('has an authorisation in writing; notarised or certified from 2020-12-10; what holds from 2027 for one merely written is not known', async () => {
    expect(await answer('2026-03-02', { ...ill, form: 'spoken' })).toBe('authorisation-in-writing');
    expect([await answer('2020-12-09', { ...ill, form: 'written' }), await answer('2020-12-10', { ...ill, form: 'written' })]).toEqual([
      'accepted',
      'authorisation-certified',
    ]);
    expect(await answer('2026-12-31', { ...ill, form: 'written' })).toBe('authorisation-certified');
    expect(await answer('2027-01-04', { ...ill, form: 'written' })).toBe('authorisation-form-unsettled');
    expect(await answer('2027-01-04', { ...ill, form: 'certified' })).toBe('accepted');
  });

  it('for an organisation needs no notary, and a defect is cured by a better paper', async () => {
    expect(await answer('2026-07-01', { form: 'sealed', ofOrganisation: true })).toBe('accepted');
    const at = await received('2026-03-02', acting({ ...ill, form: 'written' }));
    expect(await ruleOf(at, 'Accept', '2026-03-03')).toEqual(['LAW_OBJECTS', 'authorisation-certified', 'NĐ124 Đ.5.3; LKN Đ.11.4']);
    await at.done('Complete', '2026-03-04', { documents: ['Giấy ủy quyền'], ...acting({ ...ill, form: 'certified' }) });
    expect(await accepted(at, '2026-03-04')).toBe('received');
  });
});

describe('suspending and ending', () => {
  it('a suspension needs something in the file that shows its ground', async () => {
    const at = await assignedOn('2026-07-06');
    expect((await ruleOf(at, 'Suspend', '2026-07-20', { ground: 'a', evidence: ' ' }))[1]).toBe('suspension-evidence');
    await at.done('Suspend', '2026-07-20', { ground: 'a', evidence: 'Giấy nhập viện' });
  });

  it('the death of one of several ends nothing for the others; that it does not is inferred', async () => {
    const died = refusing('death-without-successor');
    const at = await received('2026-07-06', {}, 2);
    await at.done('Accept', '2026-07-07');
    const { params, because } = await at.refused('Terminate', '2026-07-08', died);
    expect([params.rule, because]).toMatchObject(['others-still-complain', { citation: { grade: 'I' } }]);
    await at.done('Withdraw', '2026-07-08', { form: 'petition', members: ['nkn-2'] });
    expect((await at.done('Terminate', '2026-07-09', died)).stage).toBe('closed');
  });
});
