/** One web-standard handler over the engine, for any server. */
export { createHandler } from './handler.ts';
export type { FaultPlace, HandlerOptions, Readable, SecurityScheme } from './route.ts';
export { SignInUnavailable } from './sign-in.ts';
export { handlerStatuses, type ProblemCode, refusalStatuses, storeFaultStatuses } from './statuses.ts';
export { handlerTexts, type HandlerCode } from './texts.ts';
export { type View, type ViewParts, view } from './view.ts';
