/** Every problem that the HTTP handler answers with: one table, code → status, from the very one that the handler reads. */
import { refusalTexts, storeFaultTexts } from '../../packages/core/src/index.ts';
import { handlerStatuses, handlerTexts, refusalStatuses, storeFaultStatuses } from '../../packages/http/src/index.ts';
import { table } from './table.ts';

type Row = readonly [code: string, status: number, says: string, remedy: string];

const rows = (): readonly Row[] => {
  const { en } = refusalTexts;
  const refusals = Object.entries(refusalStatuses).map(([code, status]): Row => {
    const { says, remedy } = en[code as keyof typeof en];
    return [code, status, says, remedy];
  });
  const faults = Object.entries(storeFaultStatuses).map(([code, status]): Row => {
    const { means, remedy } = storeFaultTexts[code as keyof typeof storeFaultTexts];
    return [code, status, means, remedy];
  });
  const own = Object.entries(handlerStatuses).map(([code, status]): Row => {
    const { says, remedy } = handlerTexts.en[code as keyof typeof handlerTexts.en];
    return [code, status, says, remedy];
  });
  return [...refusals, ...faults, ...own].toSorted(([, one], [, other]) => one - other);
};

export function httpPage(): string {
  return [
    '# Problems over HTTP',
    '',
    'Made by `pnpm run docs` from the table that `@redress/http` answers by. Each is `application/problem+json` (RFC 9457) with `code`, `detail`,',
    '`params` and `remedy`; a refusal also has `asked`, `case`, `stage`, `law` and `mayFollow`, which is filled with `NOT_IN_THIS_STAGE` and',
    '`UNKNOWN_COMMAND` and else empty. `detail` and `remedy` are in the language of',
    '`Accept-Language`, English or Vietnamese. A passing fault of the store, which is `retryable`, comes with `Retry-After`, and so does',
    '`SIGN_IN_UNAVAILABLE`. What stays until somebody mends it, as `full` and `read-only`, comes without: sent again, it would meet the same.',
    '',
    ...table(
      ['status', 'code', 'says', 'what to do'],
      rows().map(([code, status, says, remedy]) => [String(status), `\`${code}\``, says, remedy]),
    ),
    '',
  ].join('\n');
}
