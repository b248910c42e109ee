/**
 * The versions of the rules, and the days on which each holds; null where it still does. Which of them a step follows is chosen by the
 * day of the step. Data only. Not legal advice.
 */
export const editions = {
  'KN-2012': {
    from: '2012-07-01',
    through: '2020-12-09',
    about: {
      en: 'The Law on Complaints with decree 75/2012 and circular 07/2013; petitions by the circulars of 2014.',
      vi: 'Luật Khiếu nại với Nghị định 75/2012 và Thông tư 07/2013; đơn xử lý theo các thông tư năm 2014.',
    },
  },
  'KN-2020': {
    from: '2020-12-10',
    through: '2026-06-30',
    about: {
      en: 'The Law on Complaints with decree 124/2020; petitions by the circulars of 2021.',
      vi: 'Luật Khiếu nại với Nghị định 124/2020; đơn xử lý theo các thông tư năm 2021.',
    },
  },
  'KN-2026': {
    from: '2026-07-01',
    through: '2026-12-31',
    about: {
      en: 'The Law as amended by Law 136/2025, decree 124/2020 as amended by decree 155/2026, and decree 154/2026 on reception.',
      vi: 'Luật Khiếu nại được sửa bởi Luật 136/2025, Nghị định 124/2020 được sửa bởi Nghị định 155/2026 và Nghị định 154/2026 về tiếp công dân.',
    },
  },
  'KN-2026b': {
    from: '2027-01-01',
    through: null,
    about: {
      en: 'The same, except that a person’s authorisation need no longer be notarised.',
      vi: 'Như trên, nhưng giấy ủy quyền của cá nhân không còn bắt buộc công chứng.',
    },
  },
  'BHXH-2016': {
    from: '2016-01-01',
    through: '2025-06-30',
    about: {
      en: 'Who settles complaints about social insurance, by the Law of 2014.',
      vi: 'Thẩm quyền giải quyết khiếu nại về bảo hiểm xã hội theo Luật năm 2014.',
    },
  },
  'BHXH-2025': {
    from: '2025-07-01',
    through: null,
    about: {
      en: 'Who settles complaints about social insurance, by the Law of 2024.',
      vi: 'Thẩm quyền giải quyết khiếu nại về bảo hiểm xã hội theo Luật năm 2024.',
    },
  },
} as const;
