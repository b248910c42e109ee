/** What becomes of the petitions of the sample, what the table refuses, and the links between them and the complaints. */
import {
  type CaseState,
  type CommandInput,
  type Complaint,
  type Engine,
  followLinks,
  isRefusal,
  type LegalDay,
  linksInMemory,
  type Recorded,
  type Refusal,
} from '@redress/core';
import { openingFrom, type Petition, type SampleRole, stillOwed } from '@redress/vietnam';
import { colleague } from './file-at-work.ts';
import { type Data, type SamplePetition, samplePetitions, WAITING } from './petitions.ts';
import { office, SAMPLE_TODAY } from './sample.ts';

/** A line of the demonstration's table. */
export interface PetitionLine {
  readonly id: string;
  readonly channel: string;
  /** The row of the classification table that decided; null where none was needed. */
  readonly row: string | null;
  readonly outcome: string;
  readonly law: string | null;
}

export interface PetitionsLived {
  /** Streams that were opened: the petitions, and the complaints opened from them. */
  readonly cases: number;
  readonly facts: number;
  readonly lines: readonly PetitionLine[];
  /** Requests of the sample that were refused. There should be none. */
  readonly refused: readonly Refusal[];
  /** Pairs of cases of which one does not know the other yet. There should be none. */
  readonly unfinished: number;
  /** Forwarding what must be guided. */
  readonly forbidden: Refusal;
}

export async function petitionsLived(engine: Engine): Promise<PetitionsLived> {
  const files = samplePetitions.map((paper) => new PetitionFile(engine, paper));
  const links = linksInMemory(engine.store, engine.caseTypes);
  const actor = { id: colleague(office, 'system', 'vss', SAMPLE_TODAY), unit: 'vss', role: 'system' };
  await Promise.all(files.map((file) => file.handle()));
  // A petition is closed once it knows the complaint that was opened from it.
  const recorded = (await followLinks(engine, links, actor)).recorded.length;
  await Promise.all(files.map((file) => file.finish()));
  return {
    cases: files.length + files.filter(({ paper }) => paper.opens).length,
    facts: files.reduce((sum, { facts }) => sum + facts.length, recorded),
    lines: files.map((file) => file.line()),
    refused: files.flatMap(({ refused }) => refused),
    unfinished: (await links.unfinished()).length,
    forbidden: await forwardWhatMustBeGuided(engine),
  };
}

async function forwardWhatMustBeGuided(engine: Engine): Promise<Refusal> {
  const { unit } = samplePetitions.find(({ id }) => id === WAITING) ?? { unit: '' };
  const actor = { id: colleague(office, 'head', unit, SAMPLE_TODAY), unit, role: 'head' };
  const data = { to: 'Công an thành phố', reason: 'Không thuộc thẩm quyền.' };
  const outcome = await engine.execute({
    ...{ id: `demo/${WAITING}/against-the-law`, type: 'SendElsewhere', case: WAITING, on: SAMPLE_TODAY, actor, data },
  });
  if (!isRefusal(outcome)) throw new Error(`SendElsewhere on ${WAITING} was to be refused, and was done`);
  return outcome;
}

class PetitionFile {
  readonly paper: SamplePetition;
  readonly facts: Recorded[] = [];
  readonly refused: Refusal[] = [];
  readonly #engine: Engine;
  #on: LegalDay;
  #state: Petition | null = null;

  constructor(engine: Engine, paper: SamplePetition) {
    this.paper = paper;
    this.#engine = engine;
    this.#on = paper.receivedOn;
  }

  async handle(): Promise<void> {
    const { arrives, id, unit, found, steps, opens } = this.paper;
    await this.#ask(0, 'clerk', arrives.minutes === undefined ? 'Receive' : 'RecordOral', { ...arrives, unit });
    await this.#ask(1, 'clerk', 'Register', { number: `${id.slice(-3)}/SĐ` });
    await this.#ask(1, 'officer', 'Classify', { screening: found });
    for (const [days, role, type, data] of steps) await this.#ask(days, role, type, data);
    if (opens) await this.#open(opens);
  }

  /** A complaint is opened, dated as the petition, accepted and given to somebody. */
  async #open({ complaint, contests, representatives }: NonNullable<SamplePetition['opens']>): Promise<void> {
    const opening = this.#state && openingFrom(this.#state);
    if (!opening) return;
    const ask = (on: LegalDay, role: SampleRole, type: string, data: Data): Promise<Complaint | null> =>
      this.#execute({ type, on, data, case: complaint, actor: this.#actor(role), caseType: 'complaint' });
    await ask(opening.on, 'clerk', 'Receive', { ...opening.data, contests });
    if (representatives)
      await ask(this.#on, 'officer', 'AppointRepresentatives', { members: representatives, document: `VB-${complaint}` });
    await ask(this.#on, 'head', 'Accept', { document: `TL-${complaint}` });
    await ask(this.#on, 'head', 'Assign', { person: colleague(office, 'officer', this.paper.unit, this.#on) });
  }

  /** Everybody who is owed an answer gets his own; then the originals go back and the file is closed. */
  async finish(): Promise<void> {
    if (!this.paper.answer) return;
    const { says, answer, afterDays } = this.paper.answer;
    let days = afterDays;
    for (const { what, to } of this.#state ? stillOwed(this.#state) : []) {
      if (what === 'originals') await this.#ask(days, 'officer', 'ReturnOriginals', { to });
      else
        await this.#ask(days, 'officer', 'AnswerSender', { to, document: `CV-${to}`, says, ...(answer === undefined ? {} : { answer }) });
      days = 0;
    }
    await this.#ask(days, 'officer', 'Close', { reason: 'Đã xử lý và trả lời xong.' });
  }

  #actor(role: SampleRole): CommandInput['actor'] {
    const { unit } = this.paper;
    return { id: colleague(office, role, unit, this.#on), unit, role };
  }

  async #ask(days: number, role: SampleRole, type: string, data: Data = {}): Promise<void> {
    this.#on = days === 0 ? this.#on : office.calendar.nthWorkingDayAfter(this.#on, days);
    const actor = this.#actor(role);
    this.#state = await this.#execute<Petition>({ type, on: this.#on, data, actor, case: this.paper.id, caseType: 'petition' });
  }

  /** Null where it was refused, and where something was refused before: then nothing more is asked. */
  async #execute<State extends CaseState>(input: Omit<CommandInput, 'id'>): Promise<State | null> {
    if (this.refused.length > 0) return null;
    const outcome = await this.#engine.execute<State>({ ...input, id: `demo/${this.paper.id}/${this.facts.length + 1}` });
    if (isRefusal(outcome)) {
      this.refused.push(outcome);
      return null;
    }
    this.facts.push(...outcome.facts);
    return outcome.state;
  }

  line(): PetitionLine {
    const { id, arrives } = this.paper;
    const last = this.facts.findLast(({ record }) => Object.hasOwn(told, record.type))?.record;
    const says = last ? (told[last.type]?.(last.data) ?? '') : '';
    const opens = this.paper.opens ? `, opens ${this.paper.opens.complaint}` : '';
    const [first] = last?.type === 'Classified' ? (last.data.decides as readonly Data[]) : [last?.data];
    return {
      id,
      channel: arrives.channel,
      row: typeof first?.row === 'string' ? first.row : null,
      outcome: `${says}${opens}${this.#answered()}`,
      law: textOf(first?.because) ?? textOf(first?.noAnswer),
    };
  }

  /** Whoever came has a term for his answer. */
  #answered(): string {
    const clock = this.#state?.clocks.answer;
    const stopped = clock?.lines.findLast(({ entry }) => entry.do === 'stop')?.entry.on;
    return clock && stopped ? `, answered ${stopped} (due ${clock.dueOn})` : '';
  }
}

const textOf = (because: unknown): string | null =>
  typeof because === 'object' && because !== null && 'text' in because ? String(because.text) : null;

/** What became of it, in a few words. */
const told: Readonly<Record<string, (data: Data) => string>> = {
  Classified: () => 'screened, not handled yet',
  ProposedForAcceptance: () => 'proposed for acceptance',
  AnsweredIneligible: ({ ground }) => `not accepted, ground ${String(ground)}`,
  SupplementGuided: () => 'guided to complete it',
  GuidedOnce: ({ to }) => `guided once, to ${String(to)}`,
  Returned: ({ to }) => `returned to ${String(to)}`,
  SentElsewhere: ({ to }) => `sent on to ${String(to)}`,
  SplitGuided: () => 'guided to write one for each matter',
  Filed: () => 'filed',
  JoinedCase: ({ into }) => `joined to ${String(into)}`,
  LinkedDuplicate: ({ of }) => `duplicate of ${String(of)}`,
  ResolutionDemanded: ({ of }) => `resolution demanded of ${String(of)}`,
  Withdrawn: () => 'withdrawn',
};
