/** A no of any kind as `application/problem+json` (RFC 9457), in the client's language. */
import { type Refusal, refusalTexts, StoreFault, type StoreFaultCode, sayRefusal, storeFaultTexts } from '@redress/core';
import type { Language } from './language.ts';
import { SignInUnavailable } from './sign-in.ts';
import { type ProblemCode, RETRY_AFTER, SIGN_IN_RETRY_AFTER, statuses } from './statuses.ts';
import { type HandlerCode, handlerTexts, storeFaultsVi } from './texts.ts';

type Params = Readonly<Record<string, string | number>>;

/** What was not done, before it is put into words. */
export interface No {
  readonly code: ProblemCode;
  readonly params: Params;
  readonly refusal?: Refusal;
  readonly headers?: Readonly<Record<string, string>>;
  /** Names one occurrence of a fault, for the host's log. */
  readonly instance?: string;
}

export const no = (code: HandlerCode | StoreFaultCode, params: Params = {}, headers: Readonly<Record<string, string>> = {}): No => ({
  code,
  params,
  headers,
});

export const refused = (refusal: Refusal): No => ({ code: refusal.code, params: refusal.params, refusal });

export const isNo = (answer: object): answer is No => 'code' in answer;

/** Thrown where the body of a command was read before the handler came to it: the host's mistake, which no client can make. */
export class BodyTaken extends TypeError {
  override readonly name = 'BodyTaken';
  constructor(options?: ErrorOptions) {
    super('the body was read before the handler: mount it before what parses bodies, as express.json(). Nothing was written.', options);
  }
}

/** A fault is told by its code alone: what it says of the machine is for the host. */
export function faulty(thrown: unknown, instance: string): No {
  if (thrown instanceof SignInUnavailable)
    return { ...no('SIGN_IN_UNAVAILABLE', {}, { 'retry-after': String(SIGN_IN_RETRY_AFTER) }), instance };
  if (thrown instanceof BodyTaken) return { ...no('BODY_TAKEN'), instance };
  if (!(thrown instanceof StoreFault)) return { ...no('FAULT'), instance };
  const headers = thrown.retryable ? { 'retry-after': String(RETRY_AFTER) } : {};
  return { code: thrown.code, params: {}, headers, instance };
}

/** What a status means, whatever the code. */
const titles: Readonly<Record<Language, Readonly<Record<number, string>>>> = {
  en: {
    400: 'The request cannot be read',
    401: 'Not signed in',
    403: 'Not yours to do',
    404: 'Not found',
    405: 'Method not allowed',
    406: 'Not acceptable',
    409: 'Not possible as things stand',
    410: 'Gone',
    412: 'The case has moved on',
    413: 'Too large',
    415: 'Wrong media type',
    422: 'This cannot be meant',
    500: 'Broken',
    503: 'Not available now',
  },
  vi: {
    400: 'Không đọc được yêu cầu',
    401: 'Chưa đăng nhập',
    403: 'Không thuộc thẩm quyền',
    404: 'Không tìm thấy',
    405: 'Phương thức không được phép',
    406: 'Không có dạng được yêu cầu',
    409: 'Chưa thể thực hiện ở tình trạng hiện tại',
    410: 'Không còn',
    412: 'Vụ việc đã thay đổi',
    413: 'Quá lớn',
    415: 'Sai kiểu nội dung',
    422: 'Nội dung không hợp lệ',
    500: 'Lỗi hệ thống',
    503: 'Tạm thời không phục vụ',
  },
};

const isStoreFault = (code: ProblemCode): code is StoreFaultCode => Object.hasOwn(storeFaultTexts, code);
const isHandlers = (code: ProblemCode): code is HandlerCode => Object.hasOwn(handlerTexts.en, code);

/** The words of a code, its places not yet filled in. */
export function wordsOf(code: ProblemCode, language: Language): { readonly says: string; readonly remedy: string } {
  if (isHandlers(code)) return handlerTexts[language][code];
  if (!isStoreFault(code)) return refusalTexts[language][code];
  if (language === 'vi') return storeFaultsVi[code];
  const { means, remedy } = storeFaultTexts[code];
  return { says: means, remedy };
}

const filled = (text: string, params: Params): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : whole));

export const problemType = (code: ProblemCode): string => `urn:redress:problem:${code.toLowerCase().replaceAll('_', '-')}`;

/** The members of a problem, in the order in which a person reads them. */
export function problemOf(not: No, language: Language): Readonly<Record<string, unknown>> {
  const { code, params, refusal, instance } = not;
  const { says, remedy } = wordsOf(code, language);
  const status = statuses[code];
  return {
    type: problemType(code),
    title: titles[language][status],
    status,
    detail: refusal ? sayRefusal(refusal, language) : filled(says, params),
    code,
    params,
    ...(refusal ? ofRefusal(refusal) : {}),
    remedy: filled(remedy, params),
    ...(instance === undefined ? {} : { instance }),
  };
}

/** What a refusal says besides: what was asked, where the case stands, by which article or rule, and of the chart what may follow. */
export const ofRefusal = ({ asked, case: caseId, stage, because, mayFollow }: Refusal): Readonly<Record<string, unknown>> => ({
  asked,
  case: caseId,
  stage,
  law: because,
  mayFollow,
});
