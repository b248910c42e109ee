/** A legal day: `YYYY-MM-DD`, never an instant. */
export type LegalDay = string & { readonly __legalDay?: never };
