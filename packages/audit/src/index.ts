/** Redress audit: what an auditor reads and checks without trusting the engine, in reading order. */
export { readXes, XesError, type XesErrorCode, type XesEvent, type XesLog, type XesOptions, type XesTrace } from './xes.ts';
export { type XesAttribute, type XesAttributes, type XesAttributeType, xesText } from './xes-value.ts';
