/** Redress audit: what an auditor reads and checks without trusting the engine, in reading order. */
export {
  type Replay,
  type ReplayAll,
  type ReplayBundle,
  type ReplayOptions,
  type ReplayRecords,
  replay,
  replayAll,
  replayBundle,
  type Summary,
} from './replay.ts';
export type { ToReplay } from './record-source.ts';
export { type BundledCases, casesInBundle, type OnRead } from './bundle-records.ts';
export type { LawsAtHand } from './case-replay.ts';
export { type DryRun, type Instead, type WhatIf, type WhatIfEnding, type WhatIfSummary, whatIf } from './what-if.ts';
export type { Objected, WhatIfDifference, WhatIfPlace, WhatIfStanding } from './what-if-case.ts';
export { type CalendarYear, calendarWith } from './what-if-calendar.ts';
export type { Finding, Severity } from './finding.ts';
export { type FindingCode, findingTexts } from './finding-texts.ts';
export { type Due, dueDayOf } from './due-day.ts';
export { type Folded, type FoldLog, foldLog } from './fold-log.ts';
export { type CheckLog, type CheckSummary, checkLog, type LogCheck } from './check-log.ts';
export { canonicalize, EvidenceError, type EvidenceCode } from './canonical.ts';
export {
  type Consistency,
  consistencyProof,
  type Inclusion,
  inclusionProof,
  leafHash,
  merkleRoot,
  nodeHash,
  type Size,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';
export {
  type Checkpoint,
  type CheckpointToSign,
  openCheckpoint,
  type Signer,
  signCheckpoint,
  signerFrom,
  type Verifier,
  verifierFrom,
} from './checkpoint.ts';
export {
  type Absence,
  type CheckpointedRecord,
  type Head,
  HeadsTree,
  headOf,
  type PlacedHead,
  verifyAbsent,
  verifyComplete,
} from './heads.ts';
export { HashTree, TileMissing } from './tree.ts';
export { type Sealed, type SealOptions, sealLog } from './seal.ts';
export { noteFile, type PublishedNote } from './seal-note.ts';
export { SealError, type SealErrorCode } from './seal-error.ts';
export { folderTiles, type HashTiles, memoryTiles } from './tiles.ts';
export { type ExportBundle, type Exported, exportBundle } from './bundle.ts';
export { BundleError, type BundleErrorCode } from './bundle-error.ts';
export type { Disclose, DisclosuresOf } from './bundle-disclose.ts';
export type { Selection } from './bundle-select.ts';
export { readXes, XesError, type XesErrorCode, type XesEvent, type XesLog, type XesOptions, type XesTrace } from './xes.ts';
export { type XesAttribute, type XesAttributes, type XesAttributeType, xesText } from './xes-value.ts';
export { type Handovers, type HandoverTimes, handoversIn } from './handovers.ts';
export { type ViewedCase, type ViewedLog, type ViewTime, viewLog } from './viewed-case.ts';
export { writeXes, type XesTraceToWrite, XesWriteError, xesView } from './xes-writer.ts';
export { ocelView } from './ocel.ts';
export { cloudEventsView } from './cloudevents.ts';
export { type CaseFile, CaseFileError, type CaseFileErrorCode, openCaseFile } from './case-file.ts';
export {
  type AsOfMoment,
  caseAsOf,
  type Decided,
  type Difference,
  type FactNamed,
  instantOf,
  knownWhenDecided,
  type Moment,
  type Standing,
} from './as-of.ts';
export {
  type AccountOptions,
  type AccountsOfLog,
  accountOf,
  accountsOf,
  type CaseAccount,
  type ClockRun,
  type HeldFor,
  type Holding,
} from './accountability.ts';
export { type CaseNames, type Language, type PhraseName, Saying } from './explain-words.ts';
export { explainCase, type Explanation, type ExplainOptions, type RefusedRequest } from './explain.ts';
export { explanationHtml } from './explain-html.ts';
export { caseInBundle, type ProofStatus, proofByBundle, proofByLog } from './explain-proof.ts';
export { type BundleToVerify, verifyBundle } from './verify.ts';
export { type BundleFinding, type BundleVerdict, type Statement, verdictText } from './verdict.ts';
export {
  type BundleFindingCode,
  bundleFindingTexts,
  nameShown,
  type ProvedCode,
  type UnprovedCode,
  type VerdictLanguage,
} from './verdict-texts.ts';
export { verifierProgram } from './verify-program.ts';
