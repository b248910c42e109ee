/** Both languages have a word for everything that a page may show, and the forms know every field. */
import { type CaseType, complaint, complaintCommands, type RefusalCode, refusalTexts } from '@redress/core';
import { clockNames, competenceTraits, forwarders, petition, sampleOrganisation, sampleRoles } from '@redress/vietnam';
import { describe, expect, it } from 'vitest';
import { choicesFor } from '../forms/choices.ts';
import { type Field, fieldsOf } from '../forms/fields.ts';
import { dataOf } from '../forms/posted.ts';
import { posts } from '../people.ts';
import { en } from '../texts/en.ts';
import { Tongue } from '../texts/tongue.ts';
import { vi } from '../texts/vi.ts';

const types: readonly CaseType[] = [complaint as unknown as CaseType, petition as unknown as CaseType];
const tongues = (['vi', 'en'] as const).map((language) => new Tongue(language, (unit) => unit, 'Asia/Ho_Chi_Minh'));

const placesOf = (texts: object, within = ''): readonly string[] =>
  Object.entries(texts).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null ? placesOf(value, `${within}${name}.`) : [`${within}${name}`],
  );
const slotsOf = (texts: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    placesOf(texts).map((place) => {
      const said =
        place.split('.').length > 3 ? '' : String(place.split('.').reduce<unknown>((at, step) => Reflect.get(Object(at), step), texts));
      return [
        place,
        [...said.matchAll(/\{(\w+)\}/g)]
          .map(([, name]) => name)
          .sort()
          .join(' '),
      ];
    }),
  );

/** Every field of a command, those in groups and rows included. */
const all = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [field, ...(field.kind === 'group' || field.kind === 'rows' ? all(field.fields) : [])]);

describe('the texts', () => {
  const { hints: _vi, ...vietnamese } = vi;
  const { hints: _en, ...english } = en;

  it('have the same places and the same slots in both languages', () => {
    expect(placesOf(english).toSorted()).toEqual(placesOf(vietnamese).toSorted());
    expect(slotsOf(english)).toEqual(slotsOf(vietnamese));
  });

  it('are nowhere empty', () => {
    for (const texts of [english, vietnamese]) {
      expect(JSON.stringify(texts)).not.toContain('""');
      expect(placesOf(texts).length).toBeGreaterThan(600);
    }
  });

  it.each(tongues)('name every stage, command, fact, clock and role: $language', (tongue) => {
    const unnamed = (names: Iterable<string>, say: (name: string) => string): readonly string[] =>
      [...names].filter((name) => say(name) === name);
    const texts = tongue.language === 'vi' ? vi : en;
    for (const type of types) {
      const words =
        type.name === 'complaint' ? [texts.commands.complaint, texts.facts.complaint] : [texts.commands.petition, texts.facts.petition];
      expect(Object.keys(type.commands).filter((name) => !Object.hasOwn(words[0] ?? {}, name))).toEqual([]);
      expect(Object.keys(type.facts).filter((name) => !Object.hasOwn(words[1] ?? {}, name))).toEqual([]);
      expect(type.chart.configurations.map(({ stage }) => stage).filter((stage) => !Object.hasOwn(texts.stages, stage))).toEqual([]);
    }
    expect(unnamed(clockNames, tongue.clock)).toEqual([]);
    expect([...sampleRoles, 'inspector', 'auditor'].filter((role) => !Object.hasOwn(texts.roles, role))).toEqual([]);
    expect(posts.map((post) => tongue.post(post)).filter((said) => said === '')).toEqual([]);
    // Control: what has no name is seen.
    expect(unnamed(['no-such-clock'], tongue.clock)).toEqual(['no-such-clock']);
  });

  it.each(tongues)('have a label for every field of every command, and a word for every value: $language', (tongue) => {
    const missing: string[] = [];
    for (const type of types)
      for (const command of Object.keys(type.commands))
        for (const field of all(fieldsOf(type, command))) {
          if (!tongue.knowsField(command, field.path)) missing.push(`${command}.${field.path}`);
          const values = field.kind === 'choice' || field.kind === 'list' ? (field.values ?? []) : [];
          missing.push(
            ...values.filter((value) => tongue.knownValue(field.path, value) === undefined).map((value) => `${field.path}=${value}`),
          );
        }
    expect(missing).toEqual([]);
    expect(tongue.knowsField('Accept', 'noSuchField')).toBe(false);
  });
});

describe('what to do about a refusal', () => {
  it.each(tongues)('is said of every code, in words of this desk and not of who writes programs: $language', (tongue) => {
    const programmers = /`|command|mã lệnh|lệnh|authority|phân quyền|vault configured|options|release|phát hành|dữ liệu tổ chức, hoặc/i;
    const said = Object.entries(refusalTexts[tongue.language]).map(([code, { remedy }]) => [
      code,
      tongue.remedy(code as RefusalCode, remedy),
    ]);
    expect(said.length).toBeGreaterThan(40);
    expect(said.filter(([, remedy]) => programmers.test(remedy ?? ''))).toEqual([]);
    // Control: the engine's own words are not for here.
    expect(programmers.test(refusalTexts[tongue.language].NOT_IN_THIS_STAGE.remedy)).toBe(true);
  });
});

describe('a choice', () => {
  it.each([
    ['Receive', 'forwarder', forwarders],
    ['Receive', 'contests.traits', competenceTraits],
    ['RefuseReception', 'ground', ['RF1', 'RF2', 'RF3', 'RFa', 'RFb', 'RFc', 'RFd', 'RFđ', 'RFe', 'RFg', 'RFh', 'RFi', 'RFk']],
  ] as const)('offers what the law pack knows, by its words: %s %s', (command, path, codes) => {
    const type = types.find(({ commands, name }) => Object.hasOwn(commands, command) && (command !== 'Receive' || name === 'complaint'));
    const field = all(fieldsOf(type as CaseType, command)).find((each) => each.path === path);
    for (const tongue of tongues) {
      const asking = { command, state: null, organisation: sampleOrganisation(), on: '2026-11-20', people: [], tongue };
      const choices = choicesFor(field as Field, asking);
      expect([choices?.open, choices?.options.map(({ value }) => value).toSorted()]).toEqual([false, [...codes].toSorted()]);
      expect(choices?.options.filter(({ value, says }) => value === says)).toEqual([]);
    }
  });
});

describe('a form', () => {
  it('knows every field of every command but those that hold personal data', () => {
    const kinds = new Set(
      types.flatMap((type) => Object.keys(type.commands).flatMap((command) => all(fieldsOf(type, command)).map(({ kind }) => kind))),
    );
    expect([...kinds].sort()).toEqual(['choice', 'day', 'flag', 'group', 'line', 'list', 'number', 'pairs', 'rows', 'text']);
    const receive = all(fieldsOf(types[0] as CaseType, 'Receive')).map(({ path }) => path);
    expect(receive).toContain('complainants.*.member');
    expect(receive.filter((path) => /name|address|contact/.test(path))).toEqual([]);
  });

  it('gives the data of a command as its schema wants them', () => {
    const posted = new URLSearchParams([
      ['data.channel', 'post'],
      ['data.unit', 'nghe-an'],
      ['data.summary', ' Một nội dung '],
      ['data.complainants.0.member', 'N-1'],
      ['data.complainants.0.signed', 'yes'],
      ['data.complainants.7.member', 'N-2'],
      ['data.contests.decision', '12/QĐ'],
      ['data.contests.issuedBy', 'nghe-an'],
      ['data.contests.traits', 'administrative\n\nother\nother'],
      ['data.remoteArea', 'no'],
      ['data.topic', ''],
      ['data.obstacles.0.from', ''],
    ]);
    const data = dataOf(fieldsOf(types[0] as CaseType, 'Receive'), posted);
    expect(data).toEqual({
      channel: 'post',
      unit: 'nghe-an',
      summary: 'Một nội dung',
      complainants: [{ member: 'N-1', signed: true }, { member: 'N-2' }],
      contests: { decision: '12/QĐ', issuedBy: 'nghe-an', traits: ['administrative', 'other'] },
      remoteArea: false,
    });
    expect(complaintCommands.Receive.schema.safeParse(data).success).toBe(true);
  });

  it('gives names and what they say, numbers, and boxes with further lines', () => {
    const record = new URLSearchParams([
      ['data.arrived', 'công văn'],
      ['data.body.name', 'số'],
      ['data.body.text', '12'],
      ['data.body.name', ''],
      ['data.body.text', 'lạc'],
    ]);
    expect(dataOf(fieldsOf(types[0] as CaseType, 'RecordArrival'), record)).toEqual({ arrived: 'công văn', body: { số: '12' } });
    const extend = new URLSearchParams([
      ['data.by', '10'],
      ['data.clock', 'resolution'],
      ['data.reason', 'x'],
    ]);
    expect(dataOf(fieldsOf(types[0] as CaseType, 'Extend'), extend)).toEqual({ by: 10, clock: 'resolution', reason: 'x' });
    const served = new URLSearchParams([
      ['data.to', 'N-1'],
      ['data.to', 'N-2\nUBND xã'],
      ['data.decision', 'QĐ-1'],
    ]);
    expect(dataOf(fieldsOf(types[0] as CaseType, 'Serve'), served)).toEqual({ to: ['N-1', 'N-2', 'UBND xã'], decision: 'QĐ-1' });
  });
});
