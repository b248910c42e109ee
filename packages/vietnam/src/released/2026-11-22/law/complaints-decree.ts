/**
 * Decree 124/2020/NĐ-CP on complaints, as amended by Decree 155/2026/NĐ-CP from 2026-07-01. Data only: each value by the first day it is
 * in force, with its source. In our own words; the official text prevails. Not legal advice.
 */
const checkedOn = '2026-11-22';
const link = 'https://congbao.chinhphu.vn/van-ban/nghi-dinh-so-155-2026-nd-cp-469547.htm';

export const complaintsDecree = {
  short: 'NĐ124',
  title: 'Nghị định 124/2020/NĐ-CP',
  inForceFrom: '2020-12-10',
  basis: 'single articles on law portals; what Decree 155/2026 replaced, from the Official Gazette 292 of 2026-05-30',
  terms: {
    acceptance: {
      id: 'KN-12, KN-13',
      about: 'To accept or to refuse with reasons, every level and disciplinary decisions too; from receipt.',
      values: {
        '2020-12-10': {
          length: 10,
          unit: 'working-days',
          law: { act: 'NĐ124', article: '16', clause: '1', text: 'NĐ124 Đ.16.1', grade: 'B', checkedOn },
        },
        '2026-07-01': {
          length: 7,
          unit: 'working-days',
          doubt: 'From five complainants on only once all have signed and representatives are appointed in writing.',
          law: { act: 'NĐ124', article: '16', clause: '1', text: 'NĐ124 Đ.16.1 (NĐ155 Đ.10)', grade: 'A', checkedOn, link },
        },
      },
    },
    suspending: {
      id: 'KN-70',
      about: 'To decide on a suspension or an early end, once its ground is met.',
      values: {
        '2026-07-01': {
          at: 'once',
          law: { act: 'NĐ124', article: '28b', clause: '1', text: 'NĐ124 Đ.28b.1 (NĐ155 Đ.12)', grade: 'A', checkedOn, link },
        },
      },
    },
    sendingSuspension: {
      id: 'KN-71',
      about: 'To send that decision to the complainant, the representative, the respondent and those concerned; from its issue.',
      values: {
        '2026-07-01': {
          length: 3,
          unit: 'working-days',
          law: { act: 'NĐ124', article: '28b', clause: '1', text: 'NĐ124 Đ.28b.1 (NĐ155 Đ.12)', grade: 'A', checkedOn, link },
        },
      },
    },
    resuming: {
      id: 'KN-72',
      about: 'To decide that the case goes on, once the ground is gone.',
      values: {
        '2026-07-01': {
          at: 'once',
          law: { act: 'NĐ124', article: '28b', clause: '2', text: 'NĐ124 Đ.28b.2 (NĐ155 Đ.12)', grade: 'A', checkedOn, link },
        },
      },
    },
    sendingResumption: {
      id: 'KN-73',
      about: 'To send that decision; from its issue.',
      values: {
        '2026-07-01': {
          length: 3,
          unit: 'working-days',
          law: { act: 'NĐ124', article: '28b', clause: '2', text: 'NĐ124 Đ.28b.2 (NĐ155 Đ.12)', grade: 'A', checkedOn, link },
        },
      },
    },
  },
  articles: {
    'NĐ124 Đ.3a': {
      '2026-07-01': {
        says: 'A case is complex if it meets at least one of seven criteria, found in writing and put in the file.',
        law: { act: 'NĐ124', article: '3a', text: 'NĐ124 Đ.3a (NĐ155 Đ.2)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.4': {
      '2020-12-10': {
        says: 'A level that was silent when its term ended opens the second level.',
        law: { act: 'NĐ124', article: '4', text: 'NĐ124 Đ.4', grade: 'B', checkedOn },
      },
    },
    'NĐ124 Đ.7a': {
      '2026-07-01': {
        says: 'Those of a group who withdraw leave it; the others go on. If all withdraw the settlement is ended.',
        law: { act: 'NĐ124', article: '7a', text: 'NĐ124 Đ.7a (NĐ155 Đ.5)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.16': {
      '2020-12-10': {
        says: 'Acceptance: term, notice, and to whom of a group it goes.',
        law: { act: 'NĐ124', article: '16', text: 'NĐ124 Đ.16', grade: 'B', checkedOn },
      },
      '2026-07-01': {
        says: 'Acceptance: the shorter term, and what a group’s petition must carry.',
        law: { act: 'NĐ124', article: '16', text: 'NĐ124 Đ.16 (NĐ155 Đ.10)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.16.1': {
      '2020-12-10': {
        says: 'Acceptance or a refusal with reasons, in working days.',
        law: { act: 'NĐ124', article: '16', clause: '1', text: 'NĐ124 Đ.16.1', grade: 'B', checkedOn },
      },
      '2026-07-01': {
        says: 'Acceptance or a refusal with reasons, in fewer working days; a group’s petition once all have signed and representatives are appointed.',
        law: { act: 'NĐ124', article: '16', clause: '1', text: 'NĐ124 Đ.16.1 (NĐ155 Đ.10)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.28a': {
      '2026-07-01': {
        says: 'Grounds of a suspension and what proves them; the examples of force majeure and obstacle are not exhaustive.',
        law: { act: 'NĐ124', article: '28a', text: 'NĐ124 Đ.28a (NĐ155 Đ.12)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.28b': {
      '2026-07-01': {
        says: 'How a settlement is suspended, goes on and is ended early.',
        law: { act: 'NĐ124', article: '28b', text: 'NĐ124 Đ.28b (NĐ155 Đ.12)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.28b.1': {
      '2026-07-01': {
        says: 'The decision to suspend or to end early is made at once and sent.',
        law: { act: 'NĐ124', article: '28b', clause: '1', text: 'NĐ124 Đ.28b.1 (NĐ155 Đ.12)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.28b.2': {
      '2026-07-01': {
        says: 'Once the ground is gone the case goes on at once by a decision, and the term runs on.',
        law: { act: 'NĐ124', article: '28b', clause: '2', text: 'NĐ124 Đ.28b.2 (NĐ155 Đ.12)', grade: 'A', checkedOn, link },
      },
    },
  },
} as const;
