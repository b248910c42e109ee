import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { binaryEvent, EventStoreDBClient } from '@eventstore/db-client';
import { NO_STREAM } from '@redress/core';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openEventStoreDb } from '../src/index.ts';
import { bench, eventually, fact, faultOf, names, wholeLog } from './logs.ts';

const LOG = '5b0b8a55-53a5-4a3b-8c55-0d7c8ef0a1b2';
const { double, open, raw } = bench();

describe('opening a log', () => {
  test('that is not there begins it, and again finds it', async () => {
    const one = await open({ log: LOG });
    await one.append('case', NO_STREAM, [fact('a')]);
    await one.close();
    const two = await open();
    expect(two.log).toBe(LOG);
    expect(names(await wholeLog(two))).toEqual(['a']);
  });

  test('that is not there, where none is to be begun, is the fault unavailable, and begins none', async () => {
    expect(await faultOf(open({ create: false }))).toMatchObject({ code: 'unavailable', retryable: false, written: 'nothing-written' });
    expect(double().calls).not.toContain('append');
    await open();
    await open({ create: false });
  });

  test('by two at once gives both the same log', async () => {
    const both = await Promise.all([open(), open(), open(), open()]);
    expect(new Set(both.map(({ log }) => log)).size).toBe(1);
  });

  test('with another id than it has is refused', async () => {
    await open();
    expect(await faultOf(open({ log: LOG }))).toMatchObject({ code: 'wrong-schema' });
  });

  test.each([
    ['is not JSON', 'hello'],
    ['is of another program', '{"recipe":1}'],
    ['is of a newer release', `{"redress":2,"what":"begun","log":"${LOG}"}`],
  ])('whose first stream %s is refused as wrong-schema, and left as it was', async (_, text) => {
    await raw().appendToStream('redress', binaryEvent({ type: 'log-begun', data: Buffer.from(text) }));
    expect(await faultOf(open())).toMatchObject({ code: 'wrong-schema' });
    expect(double().database.stream('redress')).toHaveLength(1);
  });

  test('whose first stream was deleted is refused, and not begun anew beside its facts', async () => {
    await (await open()).append('case', NO_STREAM, [fact('a')]);
    await raw().deleteStream('redress');
    expect(await faultOf(open())).toMatchObject({ code: 'wrong-schema' });
    expect(await faultOf(open())).toMatchObject({ code: 'wrong-schema' });
  });

  test('with a client made by the caller is the same, and a client that failed is made anew', async () => {
    let made = 0;
    const store = await openEventStoreDb(
      () => {
        made += 1;
        return EventStoreDBClient.connectionString(double().url);
      },
      { deadlineMs: 500 },
    );
    double().fault({ at: 'append', does: 'never answers' });
    await store.append('case', NO_STREAM, [fact('a')]);
    expect(made).toBe(2);
    await store.close();
  });

  test.each(['', 'a-b', '1a', '$system', 'với', 'a'.repeat(101)])(
    'under the name %j is refused: the server would not keep it apart',
    async (name) => {
      await expect(openEventStoreDb(double().url, { name })).rejects.toThrow(RangeError);
    },
  );
});

describe('an address', () => {
  test.each(['esdb', 'ESDB', 'kurrentdb', 'kdb'])('may begin with %s://', async (scheme) => {
    const store = await openEventStoreDb(double().url.replace('esdb', scheme));
    await store.close();
  });

  test('may name the log, which an option names before it', async () => {
    const named = await open({ name: 'appeals' });
    const [there, here] = [
      await openEventStoreDb(`${double().url}&name=appeals`),
      await openEventStoreDb(`${double().url}&name=appeals`, { name: 'b' }),
    ];
    onTestFinished(async () => void (await Promise.all([there.close(), here.close()])));
    expect(there.log).toBe(named.log);
    expect(here.log).not.toBe(named.log);
  });

  test.each([
    ['http://127.0.0.1:2113', 'unavailable'],
    ['127.0.0.1:2113', 'unavailable'],
    ['esdb://', 'unavailable'],
    ['esdb://admin:secret@:2113', 'unavailable'],
    ['esdb://admin:secret@localhost:port', 'unavailable'],
    ['esdb://admin:secret@localhost?tls=maybe', 'unavailable'],
    ['esdb://admin:secret@localhost?tsl=false', 'unavailable'],
    ['esdb://admin:secret@localhost?name=a-b', 'unavailable'],
    ['esdb://admin:secret@localhost?name=', 'unavailable'],
    ['esdb://admin:secret@localhost?tls=true&throwOnAppendFailure=false', 'unsafe-settings'],
    ['esdb://admin:secret@localhost?tls_verify_cert=false', 'unsafe-settings'],
  ])('like %s is refused as %s, and the password is told to nobody', async (address, code) => {
    const printed = vi.spyOn(console, 'warn').mockReturnValue();
    onTestFinished(() => printed.mockRestore());
    const fault = await faultOf(openEventStoreDb(address));
    expect(fault).toMatchObject({ code, retryable: false, written: 'nothing-written' });
    expect(`${fault.stack} ${JSON.stringify(fault)} ${String(fault.cause)}`).not.toContain('secret');
    expect(printed).not.toHaveBeenCalled();
  });

  test('that the client alone dislikes is printed with its password: the control', () => {
    const printed = vi.spyOn(console, 'warn').mockReturnValue();
    onTestFinished(() => printed.mockRestore());
    EventStoreDBClient.connectionString('esdb://admin:secret@localhost?tsl=false');
    expect(printed.mock.calls.flat().join()).toContain('secret');
  });

  test('of a server of another kind is the fault not-a-database', async () => {
    const { Server, ServerCredentials } = await import('@grpc/grpc-js');
    const other = new Server();
    const port = await new Promise<number>((resolve) =>
      other.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (_, bound) => resolve(bound)),
    );
    onTestFinished(() => other.forceShutdown());
    expect(await faultOf(openEventStoreDb(`esdb://127.0.0.1:${port}?tls=false`))).toMatchObject({ code: 'not-a-database' });
  });
});

describe('closing', () => {
  /** Runs a process that opens, appends and follows the log; tells whether it ended by itself. */
  async function endsByItself(how: 'closes' | 'leaves open'): Promise<boolean> {
    const program = fileURLToPath(new URL('one-append.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', program, double().url, how], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    await eventually(() => said.includes('done'));
    const ended = new Promise<boolean>((resolve) => child.on('exit', () => resolve(true)));
    return Promise.race([ended, new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2_000))]);
  }

  test('lets the process end by itself', async () => {
    expect(await endsByItself('closes')).toBe(true);
  });

  test('is what lets it: one that leaves the store open goes on, the control', async () => {
    expect(await endsByItself('leaves open')).toBe(false);
  });

  test('waits for the append under way, which is then done', async () => {
    const store = await open();
    double().fault({ at: 'append', does: 'answers late', after: 200 });
    const underWay = store.append('case', NO_STREAM, [fact('a')]);
    await store.close();
    expect((await underWay).outcome).toBe('appended');
  });

  test('ends a read that waits with the fault closed, at once', async () => {
    const store = await open();
    double().fault({ at: 'log', does: 'never answers' });
    const reading = faultOf(wholeLog(store));
    await eventually(() => double().calls.includes('log'));
    const begun = performance.now();
    await store.close();
    expect(await reading).toMatchObject({ code: 'closed' });
    // Long before the read would have been given up.
    expect(performance.now() - begun).toBeLessThan(8_000);
  });
});
