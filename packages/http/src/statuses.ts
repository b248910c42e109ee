/** The HTTP status of everything that is said no to: the one table, from which the reference page and the OpenAPI document are made. */
import type { RefusalCode, StoreFaultCode } from '@redress/core';
import type { HandlerCode } from './texts.ts';

/** Every `code` that a problem may carry: a refusal's, a store fault's, or the handler's own. */
export type ProblemCode = RefusalCode | StoreFaultCode | HandlerCode;

/**
 * A lawful no is never a fault of the server. 403 says who asks is not the one who may; 404 that the case is not there; 409 that it
 * cannot be as the case stands; 412 that the case moved on since it was read; 422 that what was sent cannot be meant.
 */
export const refusalStatuses: Readonly<Record<RefusalCode, number>> = {
  UNKNOWN_COMMAND: 422,
  INVALID_COMMAND: 422,
  UNKNOWN_CASE: 404,
  ANOTHER_CASE_TYPE: 409,
  COMMAND_ID_REUSED: 422,
  CASE_MOVED_ON: 412,
  NOT_PERMITTED: 403,
  NOT_IN_THIS_STAGE: 409,
  LAW_OBJECTS: 409,
  UNSETTLED_LAW: 409,
  FUTURE_DAY: 422,
  DATED_BEFORE_LAST: 409,
  PERSONAL_VALUE_WITHOUT_VAULT: 422,
  NOT_THE_HOLDER: 403,
  NOT_THE_ADDRESSEE: 403,
  NOT_THE_SUPERIOR: 403,
  NOT_BEFORE_SUPERIOR: 409,
  BEFORE_SUPERIOR: 409,
  NO_SUPERIOR: 409,
  UNKNOWN_UNIT: 422,
  SAME_UNIT: 409,
  RETURN_NEEDS_REASON: 422,
  NO_OFFER: 409,
  OFFER_OPEN: 409,
  CONTESTED_SUSPENDED: 409,
  CONTESTED_NOT_SUSPENDED: 409,
  CASE_SUSPENDED: 409,
  DISAGREEMENT_OPEN: 409,
  NO_SUCH_DISAGREEMENT: 422,
  NO_SUCH_OBLIGATION: 422,
  STILL_OWED: 409,
  NO_SUCH_CLOCK: 422,
  NOTHING_TO_RECOUNT: 409,
  CLOCK_STILL_RUNS: 409,
  ALREADY_RAN_OUT: 409,
  NOT_A_MEMBER: 422,
  NOBODY_LEFT: 409,
  NO_DECISION: 409,
  DECISION_OWED_BELOW: 409,
  LEVELS_END: 409,
  SAME_CASE: 422,
  ID_TAKEN: 409,
  DAY_NOT_AHEAD: 422,
};

/** What the store could not do. Three of them are the sender's to mend; the others are the server's, whatever was sent. */
export const storeFaultStatuses: Readonly<Record<StoreFaultCode, number>> = {
  busy: 503,
  unavailable: 503,
  timeout: 503,
  full: 503,
  'read-only': 503,
  'not-a-database': 500,
  'too-large': 413,
  'not-storable': 422,
  'id-elsewhere': 422,
  'log-moved': 503,
  'history-damaged': 500,
  'unsafe-settings': 500,
  'wrong-schema': 500,
  'driver-missing': 500,
  closed: 503,
};

export const handlerStatuses: Readonly<Record<HandlerCode, number>> = {
  NOT_SIGNED_IN: 401,
  MAY_NOT_READ: 403,
  REFUSED_UNTOLD: 403,
  NO_SUCH_ADDRESS: 404,
  NO_SUCH_CASE_TYPE: 404,
  NOT_THERE_THEN: 404,
  NOT_PLACED: 410,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  MALFORMED_ADDRESS: 400,
  INVALID_QUERY: 400,
  KEY_MISSING: 400,
  KEY_MALFORMED: 400,
  IF_MATCH_MALFORMED: 400,
  BODY_TOO_LARGE: 413,
  NOT_JSON_TYPE: 415,
  NOT_UTF8: 400,
  NOT_JSON: 400,
  BODY_UNREADABLE: 400,
  BODY_TAKEN: 500,
  OUTSIDE_BASE_PATH: 404,
  VIEW_ANSWERED_WRONGLY: 500,
  FAULT: 500,
  SIGN_IN_UNAVAILABLE: 503,
};

export const statuses: Readonly<Record<ProblemCode, number>> = { ...refusalStatuses, ...storeFaultStatuses, ...handlerStatuses };

/** Seconds after which a request that met a passing fault may be sent again. */
export const RETRY_AFTER = 1;

/** The same where the host cannot tell who asks: a service that is down takes longer to come back than a store that is busy. */
export const SIGN_IN_RETRY_AFTER = 5;
