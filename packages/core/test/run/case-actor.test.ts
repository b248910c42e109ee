import { describe, expect, it } from 'vitest';
import { createActor, createMachine, type InspectionEvent, transition, waitFor } from 'xstate';
import { type CaseActor, type CaseEmitted, type Complaint, caseActor, caseLogic, memoryStore, StoreFault } from '../../src/index.ts';
import { clerk, failing, head, lawlessDesk, letter } from './lawless-desk.ts';

const on = '2026-06-01';
const receive = { type: 'Receive', on, data: letter };
const accept = { type: 'Accept', on };
const assign = { type: 'Assign', on, data: { person: 'p-7' } };

/** Everything the actor emits, in order. */
function listen(actor: CaseActor<Complaint>): CaseEmitted<Complaint>[] {
  const heard: CaseEmitted<Complaint>[] = [];
  actor.on('*', (emitted) => heard.push(emitted));
  return heard;
}

const idle = (actor: CaseActor<Complaint>) => waitFor(actor, ({ pending, value }) => pending === 0 && value !== 'reading');

/** An actor over a case that was received, accepted and assigned. */
async function assigned(engine = lawlessDesk()): Promise<CaseActor<Complaint>> {
  const actor = caseActor<Complaint>(engine, 'case-1', head).start();
  for (const command of [receive, accept, assign]) actor.send(command);
  await idle(actor);
  return actor;
}

describe('an actor over a case', () => {
  it('shows that there is no such case, and that it can be opened', async () => {
    const actor = caseActor(lawlessDesk(), 'case-1', clerk).start();
    expect(actor.getSnapshot()).toMatchObject({ value: 'reading', context: null });
    const absent = await waitFor(actor, ({ value }) => value === 'absent');
    expect([absent.can('Receive'), absent.can('Accept'), absent.context]).toEqual([true, false, null]);
  });

  // Control: without the queue in the actor, this fails and with it most of what follows.
  it('runs the commands it is sent, in their order, and shows the configuration as XState writes it', async () => {
    const actor = await assigned();
    const snapshot = actor.getSnapshot();
    expect(snapshot.value).toEqual({ handling: 'assigned', custody: 'held', clocking: 'running' });
    expect(snapshot.matches({ handling: 'assigned' })).toBe(true);
    expect(snapshot.context?.custody.holder?.person).toBe('p-7');
    expect(snapshot.context?.version).toBe(3);
  });

  it('can be waited for by where the case stands', async () => {
    const actor = caseActor<Complaint>(lawlessDesk(), 'case-1', head).start();
    for (const command of [receive, accept, assign]) actor.send(command);
    const snapshot = await waitFor(actor, ({ context }) => context?.stage === 'assigned');
    expect(snapshot.context?.version).toBe(3);
  });

  it('says what this actor can do here, by chart and authority', async () => {
    const engine = lawlessDesk();
    await assigned(engine);
    const ofHead = await idle(caseActor<Complaint>(engine, 'case-1', head).start());
    const ofClerk = await idle(caseActor<Complaint>(engine, 'case-1', clerk).start());
    expect([ofHead.can('Resolve'), ofHead.can({ type: 'Note' }), ofHead.can('Accept')]).toEqual([true, true, false]);
    expect([ofClerk.can('Resolve'), ofClerk.can('Note'), ofClerk.can('Nonsense')]).toEqual([false, true, false]);
  });

  it('emits what was done and what was refused, and a refusal changes nothing', async () => {
    const actor = await assigned();
    const before = actor.getSnapshot();
    const heard = listen(actor);
    actor.send(accept);
    const refused = await idle(actor);
    expect(heard).toMatchObject([{ type: 'refused', command: 'Accept', refusal: { code: 'NOT_IN_THIS_STAGE', stage: 'assigned' } }]);
    expect(refused.refusal?.code).toBe('NOT_IN_THIS_STAGE');
    expect(refused.context).toEqual(before.context);
    actor.send({ type: 'Note', on, data: { text: 'Read.' } });
    expect((await idle(actor)).refusal).toBeNull();
    expect(heard[1]).toMatchObject({ type: 'done', command: 'Note', done: { repeated: false } });
  });

  it('does a command once that is sent twice with one id', async () => {
    const actor = await assigned();
    const heard = listen(actor);
    const note = { type: 'Note', id: 'note-1', on, data: { text: 'Read.' } };
    actor.send(note);
    actor.send(note);
    expect((await idle(actor)).context?.version).toBe(4);
    expect(heard.map((each) => each.type === 'done' && each.done.repeated)).toEqual([false, true]);
  });

  it('asks on the given day, or on the day of the engine', async () => {
    const engine = lawlessDesk();
    const actor = await assigned(engine);
    actor.send({ type: 'Note', data: { text: 'Today.' } });
    await idle(actor);
    const dated = caseActor<Complaint>(engine, 'case-1', head, { on: () => '2026-06-15' }).start();
    dated.send({ type: 'Note', data: { text: 'Then.' } });
    await idle(dated);
    expect((await engine.history('case-1')).map(({ fact }) => fact.on).slice(3)).toEqual(['2026-06-30', '2026-06-15']);
  });

  it('sees what others wrote when it is told to read again', async () => {
    const engine = lawlessDesk();
    const one = await assigned(engine);
    const other = caseActor<Complaint>(engine, 'case-1', head).start();
    await idle(other);
    other.send({ type: 'Note', on, data: { text: 'Meanwhile.' } });
    await idle(other);
    expect(one.getSnapshot().context?.version).toBe(3);
    one.send({ type: 'redress.reload' });
    expect((await waitFor(one, ({ context }) => context?.version === 4)).pending).toBe(0);
  });
});

describe('where the store fails', () => {
  const fault = new StoreFault('busy', 'Nothing was written. Send the same command id again.', { retryable: true });

  it('the fault is emitted and shown, and the actor goes on', async () => {
    const fails: Parameters<typeof failing>[1] = {};
    const actor = await assigned(lawlessDesk(failing(memoryStore(), fails)));
    const heard = listen(actor);
    fails.append = fault;
    actor.send({ type: 'Note', id: 'note-1', on, data: { text: 'Read.' } });
    expect(await idle(actor)).toMatchObject({ status: 'active', fault });
    expect(heard).toEqual([{ type: 'fault', command: 'Note', fault }]);
    fails.append = undefined as never;
    actor.send({ type: 'Note', id: 'note-1', on, data: { text: 'Read.' } });
    expect(await idle(actor)).toMatchObject({ fault: null, context: { version: 4 } });
  });

  it('before the case was read, the fault belongs to no command', async () => {
    const fails: Parameters<typeof failing>[1] = { read: fault };
    const actor = caseActor<Complaint>(lawlessDesk(failing(memoryStore(), fails)), 'case-1', head).start();
    const heard = listen(actor);
    await waitFor(actor, (snapshot) => snapshot.fault !== null);
    expect(heard).toEqual([{ type: 'fault', command: null, fault }]);
    delete fails.read;
    actor.send({ type: 'redress.reload' });
    await waitFor(actor, ({ value, fault: last }) => value === 'absent' && last === null);
  });
});

describe('the tools of XState', () => {
  it('the inspector sees the actor, its commands and its snapshots', async () => {
    const seen: InspectionEvent[] = [];
    const actor = caseActor<Complaint>(lawlessDesk(), 'case-1', head, { inspect: (event) => seen.push(event) }).start();
    actor.send(receive);
    await idle(actor);
    expect(new Set(seen.map(({ type }) => type))).toEqual(new Set(['@xstate.actor', '@xstate.event', '@xstate.snapshot']));
    const events = seen.flatMap((each) => (each.type === '@xstate.event' ? [each.event.type] : []));
    expect(events).toEqual(['xstate.init', 'Receive', 'redress.answered', 'redress.answered']);
    expect(seen.at(-1)).toMatchObject({ snapshot: { value: { handling: { received: 'screening' } } } });
  });

  it('a machine of one’s own invokes a case, which stops with it', async () => {
    const engine = lawlessDesk();
    await assigned(engine);
    const desk = createMachine({
      invoke: {
        id: 'case',
        src: caseLogic<Complaint>(engine),
        input: { caseId: 'case-1', actor: head },
        onSnapshot: { actions: () => undefined },
      },
    });
    const actor = createActor(desk).start();
    const invoked = actor.getSnapshot().children.case as CaseActor<Complaint>;
    expect((await idle(invoked)).context?.stage).toBe('assigned');
    actor.stop();
    expect(invoked.getSnapshot().status).toBe('stopped');
  });

  // Control: asking at once instead of deferring it, this fails.
  it('a pure transition asks nobody anything', async () => {
    const engine = lawlessDesk();
    const logic = caseLogic<Complaint>(engine);
    const from = (await assigned(engine)).getSnapshot();
    const [next] = transition(logic, from, { type: 'Note', on, data: { text: 'Never written.' } });
    expect(next.pending).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await engine.history('case-1')).toHaveLength(3);
  });

  it('what is persisted names the case, and restoring reads it again', async () => {
    const engine = lawlessDesk();
    const actor = await assigned(engine);
    const persisted = JSON.parse(JSON.stringify(actor.getPersistedSnapshot()));
    expect(persisted).toEqual({ status: 'active', input: { caseId: 'case-1', actor: head } });
    const restored = createActor(caseLogic<Complaint>(engine), { snapshot: persisted, input: { caseId: 'case-1', actor: head } }).start();
    expect(restored.getSnapshot().value).toBe('reading');
    expect((await idle(restored)).context?.version).toBe(3);
  });

  // Control: without the look at the actor's status before each command, this fails.
  it('a stopped actor drops the commands that were not begun', async () => {
    const engine = lawlessDesk();
    const actor = await assigned(engine);
    for (let note = 0; note < 5; note += 1) actor.send({ type: 'Note', on, data: { text: `Note ${note}.` } });
    actor.stop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await engine.history('case-1')).length).toBeLessThan(5);
    expect(actor.getSnapshot().status).toBe('stopped');
  });
});
