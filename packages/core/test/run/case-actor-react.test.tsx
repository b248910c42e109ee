// @vitest-environment happy-dom
import { useActorRef, useSelector } from '@xstate/react';
import type { Window } from 'happy-dom';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitFor } from 'xstate';
import { type CaseActor, type Complaint, caseActor, caseLogic } from '../../src/index.ts';
import { head, lawlessDesk, letter } from './lawless-desk.ts';

// The environment's own; the types of a browser would be in force for the whole workspace.
declare const document: Window['document'];

const receive = { type: 'Receive', on: '2026-06-01', data: letter };

/** Where a case stands, and the buttons for what may be done. */
function Case({ actor }: { actor: CaseActor<Complaint> }) {
  const stage = useSelector(actor, ({ context }) => context?.stage ?? 'none');
  const mayAccept = useSelector(actor, (snapshot) => snapshot.can('Accept'));
  const refusal = useSelector(actor, (snapshot) => snapshot.refusal?.code ?? '');
  return (
    <section>
      <output>{`${stage}|${refusal}`}</output>
      <button type="button" disabled={!mayAccept} onClick={() => actor.send({ type: 'Accept', on: '2026-06-02' })}>
        Accept
      </button>
    </section>
  );
}

/** The same over an actor that React itself starts and stops. */
function Own({ engine }: { engine: ReturnType<typeof lawlessDesk> }) {
  const actor = useActorRef(caseLogic<Complaint>(engine), { input: { caseId: 'case-1', actor: head } });
  return <Case actor={actor} />;
}

describe('a case in React', () => {
  let container: ReturnType<typeof document.createElement>;
  const shown = () => container.querySelector('output')?.textContent;
  const button = () => container.querySelector('button');

  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    container = document.createElement('main');
    document.body.append(container);
  });
  afterEach(() => container.remove());

  it('is drawn anew when the case moves, and a button follows what can be done', async () => {
    const actor = caseActor<Complaint>(lawlessDesk(), 'case-1', head).start();
    const root = createRoot(container);
    await act(async () => root.render(<Case actor={actor} />));
    expect([shown(), button()?.disabled]).toEqual(['none|', true]);

    await act(async () => {
      actor.send(receive);
      await waitFor(actor, ({ pending }) => pending === 0);
    });
    expect([shown(), button()?.disabled]).toEqual(['received|', false]);

    await act(async () => {
      button()?.click();
      await waitFor(actor, ({ pending }) => pending === 0);
    });
    expect(button()?.disabled).toBe(true);
    expect(actor.getSnapshot().matches({ handling: { received: 'accepted' } })).toBe(true);

    await act(async () => {
      actor.send({ type: 'Accept', on: '2026-06-02' });
      await waitFor(actor, ({ pending }) => pending === 0);
    });
    expect(shown()).toBe('received|NOT_IN_THIS_STAGE');
    await act(async () => root.unmount());
  });

  it('is drawn on a server from where it stands', async () => {
    const actor = caseActor<Complaint>(lawlessDesk(), 'case-1', head).start();
    actor.send(receive);
    await waitFor(actor, ({ pending }) => pending === 0);
    expect(renderToString(<Case actor={actor} />)).toContain('<output>received|</output>');
  });

  it('may be started and stopped by React itself', async () => {
    const engine = lawlessDesk();
    await engine.execute({ id: 'c1', case: 'case-1', actor: head, ...receive });
    const root = createRoot(container);
    await act(async () => root.render(<Own engine={engine} />));
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
    expect([shown(), button()?.disabled]).toEqual(['received|', false]);
    await act(async () => root.unmount());
  });
});
