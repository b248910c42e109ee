/**
 * The Law on Citizen Reception 42/2013/QH13, as far as a complaint meets it. Data only, in our own words; the official text prevails. Not
 * legal advice.
 */
const checkedOn = '2026-11-22';

export const receptionLaw = {
  short: 'LTCD',
  title: 'Luật Tiếp công dân 42/2013/QH13',
  inForceFrom: '2014-07-01',
  basis: 'official codification, the version before Law 136/2025/QH15',
  terms: {},
  articles: {
    'LTCD Đ.26': {
      '2014-07-01': {
        says: 'A complaint outside one’s competence is guided to the competent body; one that a subordinate owes is demanded of it.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '26', text: 'LTCD Đ.26', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.29': {
      '2014-07-01': {
        says: 'Five to ten complainants name one or two representatives, more than ten at most five.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '29', text: 'LTCD Đ.29', grade: 'A', checkedOn },
      },
    },
  },
} as const;
