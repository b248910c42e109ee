/** The domain, in reading order. It pulls in no Node built-in, so that browsers may fold and judge too. */
export * from './calendar.ts';
export * from './citation.ts';
export * from './clock.ts';
export * from './custody.ts';
export * from './law.ts';
export * from './authority.ts';
export * from './organisation.ts';
export * from './vault.ts';
export * from './refusal.ts';
export { refusalTexts } from './refusal-texts.ts';
export * from './case-type.ts';
export * from './chart.ts';
export * from './clock-commands.ts';
export * from './complaint/index.ts';
