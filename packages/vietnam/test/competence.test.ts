import { type Complaint, complaint, organisationOf } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { type competenceTraits, currentAddressee, nextAddressee } from '../src/competence.ts';
import { type Configuration, defaultConfiguration } from '../src/configuration.ts';
import { sampleOrganisation, vietnamLaw } from '../src/index.ts';

type Trait = (typeof competenceTraits)[number];
const organisation = sampleOrganisation();

interface File {
  readonly by: string;
  readonly on?: string;
  readonly kind?: 'decision' | 'discipline';
  readonly traits?: readonly Trait[];
  readonly level?: number;
}

function fileOf({ by, on, kind = 'decision', traits = [], level = 1 }: File): Complaint {
  const state = complaint.initial('case-1');
  state.custody = { ...state.custody, holder: { unit: by, person: 'cb-1', exOfficio: true } };
  state.contests = { decision: '1/QĐ', issuedBy: by, kind, traits: [...traits], ...(on === undefined ? {} : { issuedOn: on }) };
  state.level = level;
  return state;
}

const levelsIn = (file: File, on: string, configuration: Partial<Configuration> = {}) => {
  const asked = { state: fileOf(file), on, organisation, configuration: { ...defaultConfiguration, ...configuration } };
  const short = (found: ReturnType<typeof currentAddressee>) => {
    if ('refusal' in found) return found.refusal.code;
    const { answer } = found;
    const who = 'unit' in answer ? answer.unit : 'outside' in answer ? answer.outside : 'ended';
    return `${who} (${answer.because.text})`;
  };
  return [short(currentAddressee(asked)), short(nextAddressee(asked))];
};

describe('whose the levels are', () => {
  it('turns with the law on 2025-07-01, by the day of the decision', () => {
    const dated = (on: string) => levelsIn({ by: 'ha-noi.che-do', on, traits: ['not-administrative'] }, '2025-08-01');
    expect(dated('2025-06-30')).toEqual(['ha-noi (L58 Đ.119.2.a)', 'PROVINCIAL_LABOUR_AUTHORITY (L58 Đ.119.3)']);
    expect(dated('2025-07-01')).toEqual(['ha-noi (L41 Đ.130.4.a)', 'vss (L41 Đ.130.4.b)']);
  });

  it('by the organisation’s choice turns with the day of the complaint', () => {
    const file: File = { by: 'ha-noi', on: '2025-06-30', traits: ['not-administrative'] };
    const byComplaint = { competenceBy: 'complaintDate' } as const;
    expect(levelsIn(file, '2025-07-01', byComplaint)).toEqual(['ha-noi (L41 Đ.130.4.a)', 'vss (L41 Đ.130.4.b)']);
    expect(levelsIn(file, '2025-06-30', byComplaint)[1]).toBe('PROVINCIAL_LABOUR_AUTHORITY (L58 Đ.119.3)');
    // Control: without the choice the day of the complaint changes nothing.
    expect(levelsIn(file, '2025-07-01')).toEqual(levelsIn(file, '2025-06-30'));
  });

  it('is part of the edition: another choice is another digest', () => {
    const digest = (choices: Partial<Configuration>) => vietnamLaw(choices).edition.digest;
    expect(digest({ competenceBy: 'complaintDate' })).not.toBe(digest({}));
    expect(digest({ aboveTheTop: null })).not.toBe(digest({}));
    expect(digest({ competenceBy: 'decisionDate' })).toBe(digest({}));
  });

  it('is unsettled before that day while nobody said whether the decision is administrative, and needs no saying after it', () => {
    expect(levelsIn({ by: 'ha-noi', on: '2025-06-30' }, '2025-08-01')).toEqual(['UNSETTLED_LAW', 'UNSETTLED_LAW']);
    expect(levelsIn({ by: 'ha-noi', on: '2025-07-01' }, '2025-08-01')[1]).toBe('vss (L41 Đ.130.4.b)');
    expect(levelsIn({ by: 'ha-noi', on: '2025-06-30', traits: ['administrative', 'not-administrative'] }, '2025-08-01')).toEqual([
      'FACTS_CONTRADICT',
      'FACTS_CONTRADICT',
    ]);
  });

  it('of a benefit from before 1995 without its file: the provincial head, whoever issued; then the chair of the People’s Committee', () => {
    const file = { by: 'nghe-an.co-so-vinh', traits: ['before-1995-without-file'] } as const;
    expect(levelsIn({ ...file, on: '2025-09-01' }, '2025-10-01')).toEqual([
      'nghe-an (L41 Đ.130.5)',
      'PROVINCIAL_PEOPLES_COMMITTEE_CHAIR (L41 Đ.130.5)',
    ]);
    // Control: the same paper in an ordinary matter is the base office's.
    expect(levelsIn({ by: file.by, on: '2025-09-01' }, '2025-10-01')[0]).toBe('nghe-an.co-so-vinh (L41 Đ.130.4.a)');
    expect(levelsIn({ by: 'nghe-an', on: '2025-06-30', traits: file.traits }, '2025-10-01')[1]).toBe(
      'PROVINCIAL_LABOUR_AUTHORITY (L58 Đ.119.3)',
    );
    expect(levelsIn({ by: 'vss', on: '2025-09-01', traits: file.traits }, '2025-10-01')[0]).toBe('FACTS_MISSING');
  });

  it('of a sanction: the complaint law, with an office above the head office that the organisation chooses', () => {
    const sanction = (by: string, on = '2025-09-01', choices: Partial<Configuration> = {}) =>
      levelsIn({ by, on, traits: ['sanction'] }, '2025-10-01', choices);
    expect(sanction('ha-noi')).toEqual(['ha-noi (L41 Đ.129.1)', 'vss (L41 Đ.129.1)']);
    expect(sanction('ha-noi', '2025-06-30')).toEqual(['ha-noi (L58 Đ.119.1)', 'vss (L58 Đ.119.1)']);
    expect(sanction('vss')[1]).toBe('MINISTER_OF_FINANCE (LKN Đ.23.2)');
    expect(sanction('vss', '2025-09-01', { aboveTheTop: 'BTC' })[1]).toBe('BTC (LKN Đ.23.2)');
    expect(sanction('vss', '2025-09-01', { aboveTheTop: null })).toEqual(['UNSETTLED_LAW', 'UNSETTLED_LAW']);
    // Before the head office belonged to a ministry nobody was above it; an ordinary decision of it has no second level at all.
    expect(sanction('vss', '2025-02-28')[1]).toBe('ended (LKN Đ.7)');
    expect(levelsIn({ by: 'vss', on: '2025-09-01' }, '2025-10-01')[1]).toBe('ended (L41 Đ.130.4.b)');
  });

  it('says that what it infers about the minister is inferred', () => {
    const state = fileOf({ by: 'vss', on: '2025-09-01', traits: ['sanction'] });
    const found = nextAddressee({ state, on: '2025-10-01', organisation, configuration: defaultConfiguration });
    expect(found).toMatchObject({ answer: { outside: 'MINISTER_OF_FINANCE', flag: null, because: { grade: 'I' } } });
  });

  it('asks for a person wherever the labour authority is named', () => {
    const state = fileOf({ by: 'ha-noi', on: '2025-06-30', traits: ['not-administrative'] });
    const found = nextAddressee({ state, on: '2025-10-01', organisation, configuration: defaultConfiguration });
    expect(found).toMatchObject({ answer: { outside: 'PROVINCIAL_LABOUR_AUTHORITY', flag: 'MANUAL_REVIEW' } });
  });

  it('of an inspection is no matter of a complaint on either side of the day', () => {
    for (const on of ['2025-06-30', '2025-07-01']) {
      expect(levelsIn({ by: 'ha-noi', on, traits: ['inspection', 'administrative'] }, '2025-08-01')[0]).toBe('UNSETTLED_LAW');
    }
  });

  it('about discipline: the complaint law whatever the day, and above the head office only whom the organisation names', () => {
    const discipline = (by: string, on: string, choices: Partial<Configuration> = {}) =>
      levelsIn({ by, on, kind: 'discipline' }, '2025-10-01', choices);
    expect(discipline('ha-noi', '2025-06-30')).toEqual(['ha-noi (LKN Đ.51)', 'vss (LKN Đ.51)']);
    expect(discipline('ha-noi', '2025-07-01')).toEqual(['ha-noi (LKN Đ.51)', 'vss (LKN Đ.51)']);
    expect(discipline('vss', '2025-02-28')[1]).toBe('MINISTER_OF_HOME_AFFAIRS (LKN Đ.51.3)');
    expect(discipline('vss', '2025-09-01')[1]).toBe('UNSETTLED_LAW');
    expect(discipline('vss', '2025-09-01', { aboveTheTopInDiscipline: 'BNV' })[1]).toBe('BNV (LKN Đ.51)');
  });

  it('of an issuer that is gone, where the decision was not administrative: the district labour authority’s, and nobody’s once districts ended', () => {
    const given = organisationOf({
      units: [
        { id: 'vss', name: 'VSS', superior: null, headPost: 'h', level: 'central' },
        { id: 'old', name: 'Old', superior: 'vss', headPost: 'h', level: 'district', through: '2025-03-31', successor: 'new' },
        { id: 'new', name: 'New', superior: 'vss', headPost: 'h', level: 'district' },
      ],
      posts: [],
    });
    const first = (on: string, traits: readonly Trait[]) =>
      currentAddressee({
        state: fileOf({ by: 'old', on: '2025-03-03', traits }),
        on,
        organisation: given,
        configuration: defaultConfiguration,
      });
    expect(first('2025-03-31', ['not-administrative'])).toMatchObject({ answer: { unit: 'old' } });
    expect(first('2025-04-01', ['not-administrative'])).toMatchObject({ answer: { outside: 'DISTRICT_LABOUR_AUTHORITY' } });
    expect(first('2025-07-01', ['not-administrative'])).toMatchObject({ refusal: { code: 'UNSETTLED_LAW' } });
    // Control: an administrative one is its successor's.
    expect(first('2025-07-01', ['administrative'])).toMatchObject({ answer: { unit: 'new' } });
  });

  it('is not known before the laws that this pack knows', () => {
    expect(levelsIn({ by: 'ha-noi', on: '2015-12-31', traits: ['administrative'] }, '2016-02-01')[0]).toBe('BEFORE_THE_LAW');
    expect(levelsIn({ by: 'ha-noi', on: '2016-01-01', traits: ['administrative'] }, '2016-02-01')[0]).toBe('ha-noi (L58 Đ.119.1)');
  });

  it('in an organisation that does not answer who took over what: a unit that stands is found, one that is gone is nobody’s', () => {
    const { successor: _, ...silent } = organisation;
    const first = (by: string) =>
      currentAddressee({
        state: fileOf({ by, on: '2025-03-03', traits: ['administrative'] }),
        on: '2025-08-01',
        organisation: silent,
        configuration: defaultConfiguration,
      });
    expect(first('ha-noi')).toMatchObject({ answer: { unit: 'ha-noi' } });
    expect(first('nghe-an.vinh')).toMatchObject({ refusal: { code: 'FACTS_MISSING' } });
  });
});
