/** The language that a client asks for, and the texts that speak it. */
import { weighed } from './weighed.ts';

export const languages = ['en', 'vi'] as const;
export type Language = (typeof languages)[number];

/** English where nothing that is spoken here is asked for: a no must be said. */
export function languageOf(accept: string | null): Language {
  for (const { name } of accept === null ? [] : weighed(accept)) {
    if (name === '*') return 'en';
    const primary = name.split('-')[0];
    const spoken = languages.find((language) => language === primary);
    if (spoken) return spoken;
  }
  return 'en';
}
