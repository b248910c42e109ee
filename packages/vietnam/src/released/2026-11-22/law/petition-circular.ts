/**
 * Circular 05/2021/TT-TTCP on how petitions are handled, as far as a complaint meets it. Data only, in our own words; the official text
 * prevails. Not legal advice.
 */
const checkedOn = '2026-11-22';

export const petitionCircular = {
  short: 'TT05',
  title: 'Thông tư 05/2021/TT-TTCP',
  inForceFrom: '2021-11-15',
  basis: 'single articles on law portals',
  terms: {},
  articles: {
    'TT05 Đ.7.1': {
      '2021-11-15': {
        says: 'A petition that meets the conditions is proposed for acceptance.',
        doubt: 'The decree it rested on was replaced on 2026-07-01; no circular in its place is known.',
        law: { act: 'TT05', article: '7', clause: '1', text: 'TT05 Đ.7.1', grade: 'B', checkedOn },
      },
    },
    'TT05 Đ.8.1': {
      '2021-11-15': {
        says: 'A citizen’s petition outside one’s competence is guided to the competent body, once.',
        doubt: 'The decree it rested on was replaced on 2026-07-01; no circular in its place is known.',
        law: { act: 'TT05', article: '8', clause: '1', text: 'TT05 Đ.8.1', grade: 'B', checkedOn },
      },
    },
    'TT05 Đ.8.2': {
      '2021-11-15': {
        says: 'A petition forwarded to a body that is not competent goes back to the forwarder with papers and reasons.',
        doubt: 'The older circular 07/2014 says so at Đ.8.2; that this one does is general knowledge.',
        law: { act: 'TT05', article: '8', clause: '2', text: 'TT05 Đ.8.2', grade: 'M', checkedOn },
      },
    },
    'TT05 Đ.28': {
      '2021-11-15': {
        says: 'A petition that does not meet the conditions is filed and kept for a year.',
        doubt: 'The decree it rested on was replaced on 2026-07-01; no circular in its place is known.',
        law: { act: 'TT05', article: '28', text: 'TT05 Đ.28', grade: 'B', checkedOn },
      },
    },
  },
} as const;
