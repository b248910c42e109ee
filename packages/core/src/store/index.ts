export { canonicalText, NotStorable } from './canonical.ts';
export * from './event-store.ts';
export { storeFaultTexts } from './fault-texts.ts';
export { intake, notEmpty } from './intake.ts';
export { type MemoryStoreOptions, memoryStore } from './memory-store.ts';
export { logMoved, movedFault } from './moved.ts';
export { EXPORTS_STREAM, isOwnStream, LOG_STREAM, recordsOfCases, SEALS_STREAM } from './own-streams.ts';
export { checkedLimit, countThrough, positionOf } from './position.ts';
export {
  caseIdFor,
  checkRecord,
  digestOf,
  type Encoded,
  encodeRecords,
  factId,
  hasRead,
  headOf,
  LARGEST_RECORD,
  leafHash,
  logId,
  lostRace,
  readRecord,
  type ToEncode,
  ownCommandId,
  uuidv5,
} from './record.ts';
