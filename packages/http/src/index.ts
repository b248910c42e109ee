/** One web-standard handler over the engine, for any server. */
export {};
