import { beforeAll, describe, expect, test } from 'vitest';
import { openSqlite } from '../src/index.ts';
import { fact, folder, tamper, wholeLog } from './files.ts';

const file = folder();
const INSERT = 'INTO fact (position, stream, version, id, record)';

beforeAll(async () => {
  const store = await openSqlite(file('log.db'));
  await store.append('case', { version: 0, leaf: null, at: '' }, [fact('a'), fact('b')]);
  await store.close();
});

describe('the database itself refuses', () => {
  // Control: with the trigger dropped, each of these succeeds; opening.test.ts shows that such a file is not opened.
  test.each([
    ['to change a fact', "UPDATE fact SET record = '{}' WHERE position = 1", 'never changed'],
    ['to change a fact into itself', 'UPDATE fact SET id = id', 'never changed'],
    ['to delete a fact', 'DELETE FROM fact WHERE position = 1', 'never deleted'],
    ['to delete the last fact', 'DELETE FROM fact', 'never deleted'],
    ['to replace a fact', `INSERT OR REPLACE ${INSERT} VALUES (1, 'case', 2, 'x', '{}')`, /never deleted|follows the last/],
    ['to replace the last by its id', `REPLACE ${INSERT} SELECT 2, stream, 3, id, record FROM fact WHERE position = 1`, 'never deleted'],
    ['to skip a position', `INSERT ${INSERT} VALUES (3, 'case', 3, 'x', '{}')`, 'a position follows the last'],
    ['to write before the first position', `INSERT ${INSERT} VALUES (-1, 'case', 3, 'x', '{}')`, 'a position follows the last'],
    ['to skip a version', `INSERT ${INSERT} VALUES (2, 'case', 4, 'x', '{}')`, 'a version follows the last of its stream'],
    ['to begin a stream at version 2', `INSERT ${INSERT} VALUES (2, 'new', 2, 'x', '{}')`, 'a version follows the last of its stream'],
    ['a second log', "INSERT INTO log (one, id) VALUES (2, 'x')", 'CHECK constraint failed'],
  ])('%s', async (_, sql, says) => {
    const refused = tamper(file('log.db'), (database) => {
      database.exec('PRAGMA recursive_triggers = ON');
      expect(() => database.exec(sql)).toThrow(says);
    });
    expect(refused).toBeUndefined();
    const store = await openSqlite(file('log.db'));
    expect((await wholeLog(store)).map(({ record }) => record.meta.command)).toEqual(['a', 'b']);
    await store.close();
  });
});
