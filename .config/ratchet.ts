/**
 * What is not yet as it should be: ban → file → how many places are still allowed. A number may only fall, and falls with the
 * change that mends a place. Nothing new is entered here.
 */
export const ratchet: Readonly<Record<string, Readonly<Record<string, number>>>> = {};
