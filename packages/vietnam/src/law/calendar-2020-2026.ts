/**
 * Days off and make-up days of the public sector in Viet Nam, 2020 to 2026, year by year, with where each was found and how certain it is.
 * Data only. A day off that falls on a weekend is not listed: the weekend is off already. Not legal advice.
 * All of it was last compared with its sources on 2026-11-22.
 *
 * `announcedOn` is the day of the document that made the day known. Where no document is named, a swap is taken to be known with the
 * year itself, and a day that follows from the statute always.
 *
 * Grades: A article text · B a named secondary page · S a document of the organisation · M general knowledge, not checked ·
 * I inferred or computed · X not known.
 */
export const publicSectorYears = {
  2020: {
    grade: 'B/M',
    sources: [
      { grade: 'B', covers: 'Tết 23–29 Jan', source: 'socongthuong.daklak.gov.vn' },
      { grade: 'M', covers: 'other days: fixed statutory dates; National Day was ONE day (Labour Code 10/2012)' },
    ],
    documents: [],
    workingDays: 252,
    makeUp: [],
    off: [
      { day: '2020-01-01', kind: 'holiday', name: 'Tết Dương lịch' },
      { day: '2020-01-23', kind: 'holiday', name: 'Tết Canh Tý' },
      { day: '2020-01-24', kind: 'holiday', name: 'Tết Canh Tý' },
      { day: '2020-01-27', kind: 'holiday', name: 'Tết Canh Tý' },
      { day: '2020-01-28', kind: 'compensatory', name: 'Tết Canh Tý' },
      { day: '2020-01-29', kind: 'compensatory', name: 'Tết Canh Tý' },
      { day: '2020-04-02', kind: 'holiday', name: 'Giỗ Tổ' },
      { day: '2020-04-30', kind: 'holiday', name: 'Ngày Chiến thắng' },
      { day: '2020-05-01', kind: 'holiday', name: 'Quốc tế Lao động' },
      { day: '2020-09-02', kind: 'holiday', name: 'Quốc khánh' },
    ],
  },
  2021: {
    grade: 'B',
    sources: [{ grade: 'B', covers: 'all days', source: 'vietnamnet.vn; quangtrungcorp.vn' }],
    documents: [],
    workingDays: 250,
    makeUp: [],
    off: [
      { day: '2021-01-01', kind: 'holiday', name: 'Tết Dương lịch' },
      { day: '2021-02-10', kind: 'holiday', name: 'Tết Tân Sửu' },
      { day: '2021-02-11', kind: 'holiday', name: 'Tết Tân Sửu' },
      { day: '2021-02-12', kind: 'holiday', name: 'Tết Tân Sửu' },
      { day: '2021-02-15', kind: 'compensatory', name: 'Tết Tân Sửu' },
      { day: '2021-02-16', kind: 'compensatory', name: 'Tết Tân Sửu' },
      { day: '2021-04-21', kind: 'holiday', name: 'Giỗ Tổ' },
      { day: '2021-04-30', kind: 'holiday', name: 'Ngày Chiến thắng' },
      { day: '2021-05-03', kind: 'compensatory', name: 'bù 01/5 (Sat)' },
      { day: '2021-09-02', kind: 'holiday', name: 'Quốc khánh' },
      { day: '2021-09-03', kind: 'holiday', name: 'Quốc khánh (2nd day)' },
    ],
  },
  2022: {
    grade: 'B/M',
    sources: [
      { grade: 'B', covers: '11 Apr, 1–2 Sep', source: 'scon.com.vn' },
      { grade: 'M', covers: '3 Jan, 31 Jan–4 Feb, 2–3 May' },
    ],
    documents: [],
    workingDays: 249,
    makeUp: [],
    off: [
      { day: '2022-01-03', kind: 'compensatory', name: 'bù 01/01 (Sat)' },
      { day: '2022-01-31', kind: 'holiday', name: 'Tết Nhâm Dần' },
      { day: '2022-02-01', kind: 'holiday', name: 'Tết Nhâm Dần' },
      { day: '2022-02-02', kind: 'holiday', name: 'Tết Nhâm Dần' },
      { day: '2022-02-03', kind: 'holiday', name: 'Tết Nhâm Dần' },
      { day: '2022-02-04', kind: 'holiday', name: 'Tết Nhâm Dần' },
      { day: '2022-04-11', kind: 'compensatory', name: 'bù Giỗ Tổ 10/4 (Sun)' },
      { day: '2022-05-02', kind: 'compensatory', name: 'bù 30/4 (Sat)' },
      { day: '2022-05-03', kind: 'compensatory', name: 'bù 01/5 (Sun)' },
      { day: '2022-09-01', kind: 'holiday', name: 'Quốc khánh (2nd day)' },
      { day: '2022-09-02', kind: 'holiday', name: 'Quốc khánh' },
    ],
  },
  2023: {
    grade: 'B',
    sources: [
      { grade: 'B', covers: 'days as quoted from 8056/VPCP-KGVX' },
      { grade: 'B', covers: '2 Jan', source: 'thuvienphapluat.vn text, secondary copy' },
    ],
    documents: [{ document: '8056/VPCP-KGVX', day: '2022-12-01' }],
    workingDays: 249,
    makeUp: [],
    off: [
      { day: '2023-01-02', kind: 'compensatory', name: 'bù 01/01 (Sun)' },
      { day: '2023-01-20', kind: 'holiday', name: 'Tết Quý Mão' },
      { day: '2023-01-23', kind: 'holiday', name: 'Tết Quý Mão' },
      { day: '2023-01-24', kind: 'holiday', name: 'Tết Quý Mão' },
      { day: '2023-01-25', kind: 'compensatory', name: 'Tết bù' },
      { day: '2023-01-26', kind: 'compensatory', name: 'Tết bù' },
      { day: '2023-05-01', kind: 'holiday', name: 'Quốc tế Lao động' },
      { day: '2023-05-02', kind: 'compensatory', name: 'bù Giỗ Tổ 29/4 (Sat)' },
      { day: '2023-05-03', kind: 'compensatory', name: 'bù 30/4 (Sun)' },
      { day: '2023-09-01', kind: 'holiday', name: 'Quốc khánh (2nd day)' },
      { day: '2023-09-04', kind: 'compensatory', name: 'bù 02/9 (Sat)' },
    ],
  },
  2024: {
    grade: 'B/M',
    sources: [
      { grade: 'B', covers: '18 Apr, 29 Apr–1 May and the swap: 2450/VPCP-KGVX', source: 'chinhphu.vn; baotintuc.vn' },
      { grade: 'B', covers: '2–3 Sep', source: 'secondary page' },
      { grade: 'M', covers: 'Tết 8–14 Feb' },
      { grade: 'I', covers: '1 Jan: statutory date, no separate source' },
    ],
    documents: [{ document: '2450/VPCP-KGVX', day: '2024-04-12', covers: 'swap 2024-04-29 ↔ 2024-05-04; 2024-04-18' }],
    workingDays: 251,
    makeUp: [{ day: '2024-05-04', for: '2024-04-29', announcedOn: '2024-04-12' }],
    off: [
      { day: '2024-01-01', kind: 'holiday', name: 'Tết Dương lịch' },
      { day: '2024-02-08', kind: 'holiday', name: 'Tết Giáp Thìn' },
      { day: '2024-02-09', kind: 'holiday', name: 'Tết Giáp Thìn' },
      { day: '2024-02-12', kind: 'holiday', name: 'Tết Giáp Thìn' },
      { day: '2024-02-13', kind: 'compensatory', name: 'Tết bù' },
      { day: '2024-02-14', kind: 'compensatory', name: 'Tết bù' },
      { day: '2024-04-18', kind: 'holiday', name: 'Giỗ Tổ' },
      { day: '2024-04-29', kind: 'swapped-off', name: 'hoán đổi → 04/5', announcedOn: '2024-04-12' },
      { day: '2024-04-30', kind: 'holiday', name: 'Ngày Chiến thắng' },
      { day: '2024-05-01', kind: 'holiday', name: 'Quốc tế Lao động' },
      { day: '2024-09-02', kind: 'holiday', name: 'Quốc khánh' },
      { day: '2024-09-03', kind: 'holiday', name: 'Quốc khánh (2nd day)' },
    ],
  },
  2025: {
    grade: 'B',
    sources: [
      {
        grade: 'B',
        covers: 'two secondary pages: Tết 27–31 Jan, swap 2 May, 1–2 Sep; announcing document not stated',
        source: 'tet-amlich.com; aeonmall-tanphuceladon',
      },
    ],
    documents: [],
    workingDays: 250,
    makeUp: [{ day: '2025-04-26', for: '2025-05-02' }],
    off: [
      { day: '2025-01-01', kind: 'holiday', name: 'Tết Dương lịch' },
      { day: '2025-01-27', kind: 'holiday', name: 'Tết Ất Tỵ' },
      { day: '2025-01-28', kind: 'holiday', name: 'Tết Ất Tỵ' },
      { day: '2025-01-29', kind: 'holiday', name: 'Tết Ất Tỵ' },
      { day: '2025-01-30', kind: 'holiday', name: 'Tết Ất Tỵ' },
      { day: '2025-01-31', kind: 'holiday', name: 'Tết Ất Tỵ' },
      { day: '2025-04-07', kind: 'holiday', name: 'Giỗ Tổ' },
      { day: '2025-04-30', kind: 'holiday', name: 'Ngày Chiến thắng' },
      { day: '2025-05-01', kind: 'holiday', name: 'Quốc tế Lao động' },
      { day: '2025-05-02', kind: 'swapped-off', name: 'hoán đổi → 26/4' },
      { day: '2025-09-01', kind: 'holiday', name: 'Quốc khánh (2nd day)' },
      { day: '2025-09-02', kind: 'holiday', name: 'Quốc khánh' },
    ],
  },
  2026: {
    grade: 'B',
    sources: [
      { grade: 'B', covers: 'swap 2 Jan: 12729/VPCP-KGVX' },
      { grade: 'B', covers: 'Tết 16–20 Feb', source: 'congan.com.vn' },
      { grade: 'B', covers: 'swap 31 Aug, 1–2 Sep: 9441/TB-BNV', source: 'baohaiphong' },
      { grade: 'B', covers: '24 Nov: Resolution 28/2026/QH16', source: 'baochinhphu.vn 102260424093821937' },
      { grade: 'I', covers: 'other days: statutory dates and Labour Code Đ111k3, no separate source' },
      { grade: 'X', covers: 'a bridge swap for Mon 23 Nov: no information; taken as a working day' },
    ],
    documents: [
      { document: '12729/VPCP-KGVX', day: '2025-12-25', covers: 'swap 2026-01-02 ↔ 2026-01-10' },
      { document: '9441/TB-BNV', day: '2025-10-16', covers: 'swap 2026-08-31 ↔ 2026-08-22; 2026-09-01 and 2026-09-02' },
      { document: 'Resolution 28/2026/QH16', day: '2026-04-24', covers: '24 November, Vietnam Culture Day' },
    ],
    workingDays: 249,
    makeUp: [
      { day: '2026-01-10', for: '2026-01-02', announcedOn: '2025-12-25' },
      { day: '2026-08-22', for: '2026-08-31', announcedOn: '2025-10-16' },
    ],
    off: [
      { day: '2026-01-01', kind: 'holiday', name: 'Tết Dương lịch' },
      { day: '2026-01-02', kind: 'swapped-off', name: 'hoán đổi → 10/01', announcedOn: '2025-12-25' },
      { day: '2026-02-16', kind: 'holiday', name: 'Tết Bính Ngọ' },
      { day: '2026-02-17', kind: 'holiday', name: 'Tết Bính Ngọ' },
      { day: '2026-02-18', kind: 'holiday', name: 'Tết Bính Ngọ' },
      { day: '2026-02-19', kind: 'holiday', name: 'Tết Bính Ngọ' },
      { day: '2026-02-20', kind: 'holiday', name: 'Tết Bính Ngọ' },
      { day: '2026-04-27', kind: 'compensatory', name: 'bù Giỗ Tổ 26/4 (Sun)' },
      { day: '2026-04-30', kind: 'holiday', name: 'Ngày Chiến thắng' },
      { day: '2026-05-01', kind: 'holiday', name: 'Quốc tế Lao động' },
      { day: '2026-08-31', kind: 'swapped-off', name: 'hoán đổi → 22/8', announcedOn: '2025-10-16' },
      { day: '2026-09-01', kind: 'holiday', name: 'Quốc khánh (2nd day)', announcedOn: '2025-10-16' },
      { day: '2026-09-02', kind: 'holiday', name: 'Quốc khánh' },
      { day: '2026-11-24', kind: 'holiday', name: 'Ngày Văn hóa Việt Nam', announcedOn: '2026-04-24' },
    ],
  },
} as const;

/**
 * First day of the first lunar month and the tenth of the third, computed for UTC+7; grade I, and agreeing with the published days of
 * 2020 to 2026. Viet Nam and China differ in 2030.
 */
export const lunarDays = {
  2020: { newYear: '2020-01-25', hungKings: '2020-04-02' },
  2021: { newYear: '2021-02-12', hungKings: '2021-04-21' },
  2022: { newYear: '2022-02-01', hungKings: '2022-04-10' },
  2023: { newYear: '2023-01-22', hungKings: '2023-04-29' },
  2024: { newYear: '2024-02-10', hungKings: '2024-04-18' },
  2025: { newYear: '2025-01-29', hungKings: '2025-04-07' },
  2026: { newYear: '2026-02-17', hungKings: '2026-04-26' },
  2027: { newYear: '2027-02-06', hungKings: '2027-04-16' },
  2028: { newYear: '2028-01-26', hungKings: '2028-04-04' },
  2029: { newYear: '2029-02-13', hungKings: '2029-04-23' },
  2030: { newYear: '2030-02-02', hungKings: '2030-04-12' },
} as const;
