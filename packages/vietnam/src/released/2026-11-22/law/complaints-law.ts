/**
 * The Law on Complaints 02/2011/QH13, as amended by Law 136/2025/QH15 from 2026-07-01. Data only: terms and articles, each value by the
 * first day it is in force, with its source. In our own words; the official text prevails. Not legal advice.
 */
const checkedOn = '2026-11-22';

export const complaintsLaw = {
  short: 'LKN',
  title: 'Luật Khiếu nại 02/2011/QH13',
  inForceFrom: '2012-07-01',
  basis: 'official codification, the version before Law 136/2025/QH15',
  terms: {
    acceptanceFirst: {
      id: 'KN-10',
      about: 'To accept or to refuse with reasons, first level; from receipt.',
      values: {
        '2012-07-01': {
          length: 10,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '27', text: 'LKN Đ.27', grade: 'A', checkedOn },
        },
        '2026-07-01': {
          length: 10,
          unit: 'calendar-days',
          doubt: 'The text after the amending Law 136/2025 was not seen; that the ten days still hold is inferred.',
          law: { act: 'LKN', article: '27', text: 'LKN Đ.27', grade: 'I', checkedOn },
        },
      },
    },
    acceptanceSecond: {
      id: 'KN-11',
      about: 'To accept or to refuse with reasons, second level; from receipt.',
      values: {
        '2012-07-01': {
          length: 10,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '36', clause: '1', text: 'LKN Đ.36.1', grade: 'A', checkedOn },
        },
        '2026-07-01': {
          length: 10,
          unit: 'calendar-days',
          doubt: 'The text after the amending Law 136/2025 was not seen; that the ten days still hold is inferred.',
          law: { act: 'LKN', article: '36', clause: '1', text: 'LKN Đ.36.1', grade: 'I', checkedOn },
        },
      },
    },
    acceptanceDiscipline: {
      id: 'KN-82',
      about: 'To accept or to refuse with reasons, disciplinary decisions, either level; from receipt.',
      values: {
        '2012-07-01': {
          length: 10,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '50', text: 'LKN Đ.50', grade: 'A', checkedOn },
        },
        '2026-07-01': {
          length: 10,
          unit: 'calendar-days',
          doubt: 'The text after the amending Law 136/2025 was not seen; that the ten days still hold is inferred.',
          law: { act: 'LKN', article: '50', text: 'LKN Đ.50', grade: 'I', checkedOn },
        },
      },
    },
    settlementFirst: {
      id: 'KN-20',
      about: 'First level, normal; at most, from acceptance.',
      values: {
        '2012-07-01': {
          length: 30,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '28', text: 'LKN Đ.28', grade: 'A', checkedOn },
        },
      },
    },
    settlementFirstComplex: {
      id: 'KN-21',
      about: 'First level, complex; the total from acceptance, not added to the normal length.',
      values: {
        '2012-07-01': {
          length: 45,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '28', text: 'LKN Đ.28', grade: 'A', checkedOn },
        },
      },
    },
    settlementFirstRemote: {
      id: 'KN-22',
      about: 'First level, remote area that is hard to reach; from acceptance.',
      values: {
        '2012-07-01': {
          length: 45,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '28', text: 'LKN Đ.28', grade: 'A', checkedOn },
        },
      },
    },
    settlementFirstRemoteComplex: {
      id: 'KN-23',
      about: 'First level, remote area and complex; the total from acceptance.',
      values: {
        '2012-07-01': {
          length: 60,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '28', text: 'LKN Đ.28', grade: 'A', checkedOn },
        },
      },
    },
    settlementSecond: {
      id: 'KN-24',
      about: 'Second level, normal; at most, from acceptance.',
      values: {
        '2012-07-01': {
          length: 45,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '37', text: 'LKN Đ.37', grade: 'A', checkedOn },
        },
      },
    },
    settlementSecondComplex: {
      id: 'KN-25',
      about: 'Second level, complex; the total from acceptance.',
      values: {
        '2012-07-01': {
          length: 60,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '37', text: 'LKN Đ.37', grade: 'A', checkedOn },
        },
      },
    },
    settlementSecondRemote: {
      id: 'KN-26',
      about: 'Second level, remote area that is hard to reach; from acceptance.',
      values: {
        '2012-07-01': {
          length: 60,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '37', text: 'LKN Đ.37', grade: 'A', checkedOn },
        },
      },
    },
    settlementSecondRemoteComplex: {
      id: 'KN-27',
      about: 'Second level, remote area and complex; the total from acceptance.',
      values: {
        '2012-07-01': {
          length: 70,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '37', text: 'LKN Đ.37', grade: 'A', checkedOn },
        },
      },
    },
    settlementDiscipline: {
      id: 'KN-83',
      about: 'Disciplinary decisions, either level, normal; from acceptance. There is no longer term for remote areas.',
      values: {
        '2012-07-01': {
          length: 30,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '50', text: 'LKN Đ.50', grade: 'A', checkedOn },
        },
      },
    },
    settlementDisciplineComplex: {
      id: 'KN-83',
      about: 'Disciplinary decisions, either level, complex; the total from acceptance.',
      values: {
        '2012-07-01': {
          length: 45,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '50', text: 'LKN Đ.50', grade: 'A', checkedOn },
        },
      },
    },
    windowAfterDecision: {
      id: 'KN-02',
      about: 'Second complaint against a first decision; from the receipt of that decision.',
      values: {
        '2012-07-01': {
          length: 30,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '33', clause: '1', text: 'LKN Đ.33.1', grade: 'A', checkedOn },
        },
      },
    },
    windowAfterDecisionRemote: {
      id: 'KN-02',
      about: 'The same in a remote area that is hard to reach; at most.',
      values: {
        '2012-07-01': {
          length: 45,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '33', clause: '1', text: 'LKN Đ.33.1', grade: 'A', checkedOn },
        },
      },
    },
    windowAfterSilence: {
      id: 'KN-03',
      about: 'Second complaint after a first level that was silent; from the end of its term.',
      values: {
        '2012-07-01': {
          length: 30,
          unit: 'calendar-days',
          doubt:
            'Whether the window begins at the plain or at the rolled end of the first term is open; the rolled end, which favours the citizen, is taken.',
          law: { act: 'LKN', article: '33', clause: '1', text: 'LKN Đ.33.1', grade: 'A', checkedOn },
        },
      },
    },
    windowAfterSilenceRemote: {
      id: 'KN-03',
      about: 'The same in a remote area that is hard to reach; at most.',
      values: {
        '2012-07-01': {
          length: 45,
          unit: 'calendar-days',
          doubt:
            'Whether the window begins at the plain or at the rolled end of the first term is open; the rolled end, which favours the citizen, is taken.',
          law: { act: 'LKN', article: '33', clause: '1', text: 'LKN Đ.33.1', grade: 'A', checkedOn },
        },
      },
    },
    windowDiscipline: {
      id: 'KN-81',
      about: 'Second complaint against a disciplinary decision; from the receipt of the first decision.',
      values: {
        '2012-07-01': {
          length: 10,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '48', text: 'LKN Đ.48', grade: 'A', checkedOn },
        },
      },
    },
    windowDismissal: {
      id: 'KN-81',
      about: 'Second complaint against a dismissal; from the receipt of the first decision.',
      values: {
        '2012-07-01': {
          length: 30,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '48', text: 'LKN Đ.48', grade: 'A', checkedOn },
        },
      },
    },
    sendingFirst: {
      id: 'KN-50',
      about: 'To send the first decision to those who must have it; from the decision.',
      values: {
        '2012-07-01': {
          length: 3,
          unit: 'working-days',
          law: { act: 'LKN', article: '32', text: 'LKN Đ.32', grade: 'A', checkedOn },
        },
      },
    },
    sendingSecond: {
      id: 'KN-51',
      about: 'To send the second decision; from the decision.',
      values: {
        '2012-07-01': {
          length: 7,
          unit: 'calendar-days',
          doubt: 'Plain days here, working days for the first decision: read as written.',
          law: { act: 'LKN', article: '41', clause: '1', text: 'LKN Đ.41.1', grade: 'A', checkedOn },
        },
      },
    },
    sendingSecondDiscipline: {
      id: 'KN-85',
      about: 'To send the second decision on a disciplinary measure; from its promulgation.',
      values: {
        '2012-07-01': {
          length: 7,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '56', clause: '2', text: 'LKN Đ.56.2', grade: 'A', checkedOn },
        },
      },
    },
    publicationSecond: {
      id: 'KN-52',
      about: 'To make the second decision public; from the decision.',
      values: {
        '2012-11-20': {
          length: 15,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '41', clause: '2', text: 'LKN Đ.41.2', grade: 'A', checkedOn },
        },
      },
    },
    remainderAfterSuspension: {
      id: 'KN-74',
      about: 'What is left of the settlement term when the case goes on; days of the suspension are not counted.',
      values: {
        '2026-07-01': {
          remainder: 'from-the-day-after',
          doubt: 'That the day of the decision to go on is not counted itself is inferred; counted, it ends one day earlier.',
          law: { act: 'LKN', article: '11a', clause: '1', text: 'LKN Đ.11a.1', grade: 'I', checkedOn },
        },
      },
    },
  },
  articles: {
    'LKN Đ.7': {
      '2012-07-01': {
        says: 'First to the issuer of the decision or act; then to the direct superior, or to a court.',
        law: { act: 'LKN', article: '7', text: 'LKN Đ.7', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.10': {
      '2012-07-01': {
        says: 'The complainant may withdraw at any time, by a signed petition.',
        law: { act: 'LKN', article: '10', text: 'LKN Đ.10', grade: 'A', checkedOn },
      },
      '2026-07-01': {
        says: 'The complainant may withdraw the whole or a part, by a signed petition or signed minutes; what was withdrawn cannot be raised again unless coercion or a threat is shown.',
        doubt: 'Known from the press and from decrees that quote it; the text of Law 136/2025 was not seen.',
        law: { act: 'LKN', article: '10', text: 'LKN Đ.10', grade: 'B', checkedOn },
      },
    },
    'LKN Đ.11': {
      '2012-07-01': {
        says: 'The nine grounds on which a complaint is not accepted; no other is lawful.',
        law: { act: 'LKN', article: '11', text: 'LKN Đ.11', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.11.6': {
      '2012-07-01': {
        says: 'Not accepted: the limitation or the window is over, without good reason.',
        law: { act: 'LKN', article: '11', clause: '6', text: 'LKN Đ.11.6', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.11.7': {
      '2012-07-01': {
        says: 'Not accepted: there is a second decision.',
        law: { act: 'LKN', article: '11', clause: '7', text: 'LKN Đ.11.7', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.11.8': {
      '2012-07-01': {
        says: 'Not accepted: the case was ended by a written notice and thirty days have passed.',
        law: { act: 'LKN', article: '11', clause: '8', text: 'LKN Đ.11.8', grade: 'A', checkedOn },
      },
      '2026-07-01': {
        says: 'What became of this ground when the withdrawal was newly ruled.',
        doubt: 'Known from the press and from decrees that quote it; the text of Law 136/2025 was not seen.',
        law: { act: 'LKN', article: '11', clause: '8', text: 'LKN Đ.11.8', grade: 'X', checkedOn },
      },
    },
    'LKN Đ.11.9': {
      '2012-07-01': {
        says: 'Not accepted: a court has the matter or has ruled on it, unless it dropped the case.',
        law: { act: 'LKN', article: '11', clause: '9', text: 'LKN Đ.11.9', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.11a': {
      '2026-07-01': {
        says: 'A settlement may be suspended, and ended early, on the grounds named.',
        doubt: 'Known from the press and from decrees that quote it; the text of Law 136/2025 was not seen.',
        law: { act: 'LKN', article: '11a', text: 'LKN Đ.11a', grade: 'B', checkedOn },
      },
    },
    'LKN Đ.11a.1': {
      '2026-07-01': {
        says: 'Two grounds for suspending: the complainant is kept away and nobody may act for him; another body’s result on a directly related issue is awaited. Time suspended is not counted.',
        doubt: 'Known from the press and from decrees that quote it; the text of Law 136/2025 was not seen.',
        law: { act: 'LKN', article: '11a', clause: '1', text: 'LKN Đ.11a.1', grade: 'B', checkedOn },
      },
    },
    'LKN Đ.11a.2': {
      '2026-07-01': {
        says: 'Grounds for ending early: the whole is withdrawn; death with nobody to succeed; an organisation ended with no successor.',
        doubt: 'Known from the press and from decrees that quote it; the text of Law 136/2025 was not seen.',
        law: { act: 'LKN', article: '11a', clause: '2', text: 'LKN Đ.11a.2', grade: 'B', checkedOn },
      },
    },
    'LKN Đ.27': {
      '2012-07-01': {
        says: 'Acceptance at the first level, or a refusal that gives its reason; who is told.',
        law: { act: 'LKN', article: '27', text: 'LKN Đ.27', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.28': {
      '2012-07-01': {
        says: 'How long the first level has, from acceptance.',
        law: { act: 'LKN', article: '28', text: 'LKN Đ.28', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.29': {
      '2012-07-01': {
        says: 'Verification: own review first; the report and its six contents.',
        law: { act: 'LKN', article: '29', text: 'LKN Đ.29', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.30': {
      '2012-07-01': {
        says: 'A dialogue at the first level where the request and what was verified differ.',
        law: { act: 'LKN', article: '30', text: 'LKN Đ.30', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.31': {
      '2012-07-01': {
        says: 'The first decision and what it must say.',
        law: { act: 'LKN', article: '31', text: 'LKN Đ.31', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.32': {
      '2012-07-01': {
        says: 'Who must be sent the first decision, the direct superior among them.',
        law: { act: 'LKN', article: '32', text: 'LKN Đ.32', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.33': {
      '2012-07-01': {
        says: 'When and to whom the second complaint goes, after a decision and after silence.',
        law: { act: 'LKN', article: '33', text: 'LKN Đ.33', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.34': {
      '2012-07-01': {
        says: 'What the file of a settlement holds; pages are numbered.',
        law: { act: 'LKN', article: '34', text: 'LKN Đ.34', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.36': {
      '2012-07-01': {
        says: 'Acceptance at the second level; it must accept where the first was silent.',
        law: { act: 'LKN', article: '36', text: 'LKN Đ.36', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.37': {
      '2012-07-01': {
        says: 'How long the second level has, from acceptance.',
        law: { act: 'LKN', article: '37', text: 'LKN Đ.37', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.38': {
      '2012-07-01': {
        says: 'Verification at the second level.',
        law: { act: 'LKN', article: '38', text: 'LKN Đ.38', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.39': {
      '2012-07-01': {
        says: 'At the second level a dialogue is always held.',
        law: { act: 'LKN', article: '39', text: 'LKN Đ.39', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.40': {
      '2012-07-01': {
        says: 'The second decision and what it must say.',
        law: { act: 'LKN', article: '40', text: 'LKN Đ.40', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.41': {
      '2012-07-01': {
        says: 'The second decision is sent and made public.',
        law: { act: 'LKN', article: '41', text: 'LKN Đ.41', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.41.1': {
      '2012-07-01': {
        says: 'Who must be sent the second decision.',
        law: { act: 'LKN', article: '41', clause: '1', text: 'LKN Đ.41.1', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.41.2': {
      '2012-07-01': {
        says: 'The second decision is made public in at least one of three ways.',
        law: { act: 'LKN', article: '41', clause: '2', text: 'LKN Đ.41.2', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.44': {
      '2012-07-01': {
        says: 'When a decision takes effect; counted from its promulgation, not from its receipt.',
        doubt: 'It may take effect while the window for a second complaint, counted from receipt, is still open.',
        law: { act: 'LKN', article: '44', text: 'LKN Đ.44', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.48': {
      '2012-07-01': {
        says: 'Windows of complaints against disciplinary decisions.',
        law: { act: 'LKN', article: '48', text: 'LKN Đ.48', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.49': {
      '2012-07-01': {
        says: 'A complaint against a disciplinary decision is made in writing.',
        law: { act: 'LKN', article: '49', text: 'LKN Đ.49', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.50': {
      '2012-07-01': {
        says: 'Acceptance and settlement of complaints against disciplinary decisions.',
        law: { act: 'LKN', article: '50', text: 'LKN Đ.50', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.53': {
      '2012-07-01': {
        says: 'A dialogue before every first decision on a disciplinary measure.',
        law: { act: 'LKN', article: '53', text: 'LKN Đ.53', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.55.3': {
      '2012-07-01': {
        says: 'A dialogue before every second decision on a disciplinary measure.',
        law: { act: 'LKN', article: '55', clause: '3', text: 'LKN Đ.55.3', grade: 'A', checkedOn },
      },
    },
  },
} as const;
