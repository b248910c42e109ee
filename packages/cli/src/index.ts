/** What hosts and maps use of the command line. */
export { defineConfig, type RedressConfig } from './config.ts';
export { type Ending, type ExitCode, exitCodes } from './exit-codes.ts';
export { BrokenInput, UsageError } from './faults.ts';
export {
  asRecorded,
  type CaseToTake,
  type CsvMap,
  type CsvRow,
  type ImportMap,
  organisationOfRecords,
  type RowRejected,
  type Step,
  type XesMap,
} from './import/import-map.ts';
export { bytesOf, type Imported, type ImportOptions, importFile } from './import/import-file.ts';
export { DEADLINE, lawOfRecords, nyc311Law, type Records, receiptLaw, shippedLaws } from './import/law-of-records.ts';
export { importedCaseId, importedCommandId, type Rejected, type TakenIn } from './import/take-in.ts';
