export { canonicalText, NotStorable } from './canonical.ts';
export * from './event-store.ts';
export { storeFaultTexts } from './fault-texts.ts';
export { intake, notEmpty } from './intake.ts';
export { type MemoryStoreOptions, memoryStore } from './memory-store.ts';
export { LOG_STREAM, logMoved, movedFault } from './moved.ts';
export { checkedLimit, countThrough, positionOf } from './position.ts';
export {
  caseIdFor,
  checkRecord,
  digestOf,
  type Encoded,
  encodeRecords,
  factId,
  headOf,
  LARGEST_RECORD,
  leafHash,
  logId,
  lostRace,
  readRecord,
  type ToEncode,
  uuidv5,
} from './record.ts';
