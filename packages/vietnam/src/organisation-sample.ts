/**
 * A small Viet Nam Social Security to try the pack on: the centre, provinces with their departments, the district offices that
 * existed until 2025-06-30 and the base offices that followed them on 2025-07-01. Units bear their real kind of name; every
 * person is an opaque id, and none of them exists.
 */
import { type Organisation, type OrganisationData, organisationOf } from '@redress/core';

/** Kinds of unit. Only a body has a head who decides complaints; a department works for the head of the body above it. */
export type UnitLevel = 'central' | 'province' | 'district' | 'base' | 'department';

/** Law 41/2024/QH15 is in force; the districts are gone. */
const BASE_OFFICES_FROM = '2025-07-01';
const DISTRICTS_THROUGH = '2025-06-30';

interface Province {
  readonly id: string;
  readonly name: string;
  readonly districts: readonly (readonly [id: string, name: string])[];
  readonly bases: readonly (readonly [id: string, name: string])[];
}

const departments = [
  ['tiep-cong-dan', 'Phòng Tiếp công dân và xử lý đơn'],
  ['che-do', 'Phòng Chế độ bảo hiểm xã hội'],
  ['thu', 'Phòng Quản lý thu và sổ, thẻ'],
  ['giam-dinh', 'Phòng Giám định bảo hiểm y tế'],
  ['kiem-tra', 'Phòng Kiểm tra'],
] as const;

const provinces: readonly Province[] = [
  {
    id: 'ha-noi',
    name: 'BHXH thành phố Hà Nội',
    districts: [
      ['dong-da', 'BHXH quận Đống Đa'],
      ['ha-dong', 'BHXH quận Hà Đông'],
    ],
    bases: [
      ['co-so-dong-da', 'BHXH cơ sở Đống Đa'],
      ['co-so-ha-dong', 'BHXH cơ sở Hà Đông'],
    ],
  },
  {
    id: 'nghe-an',
    name: 'BHXH tỉnh Nghệ An',
    districts: [
      ['vinh', 'BHXH thành phố Vinh'],
      ['ky-son', 'BHXH huyện Kỳ Sơn'],
    ],
    bases: [
      ['co-so-vinh', 'BHXH cơ sở Vinh'],
      ['co-so-ky-son', 'BHXH cơ sở Kỳ Sơn'],
    ],
  },
  {
    id: 'da-nang',
    name: 'BHXH thành phố Đà Nẵng',
    districts: [['hai-chau', 'BHXH quận Hải Châu']],
    bases: [
      ['co-so-hai-chau', 'BHXH cơ sở Hải Châu'],
      ['co-so-tam-ky', 'BHXH cơ sở Tam Kỳ'],
    ],
  },
  {
    id: 'can-tho',
    name: 'BHXH thành phố Cần Thơ',
    districts: [['ninh-kieu', 'BHXH quận Ninh Kiều']],
    bases: [
      ['co-so-ninh-kieu', 'BHXH cơ sở Ninh Kiều'],
      ['co-so-soc-trang', 'BHXH cơ sở Sóc Trăng'],
    ],
  },
];

type UnitRow = OrganisationData['units'][number];
type PostRow = OrganisationData['posts'][number];

const row = (
  id: string,
  name: string,
  superior: string | null,
  level: UnitLevel,
  dated: Pick<UnitRow, 'from' | 'through'> = {},
): UnitRow => ({
  id,
  name,
  superior,
  headPost: `${id}:head`,
  level,
  ...dated,
});

const unitsOf = ({ id, name, districts, bases }: Province): readonly UnitRow[] => [
  row(id, name, 'vss', 'province'),
  ...departments.map(([department, called]) => row(`${id}.${department}`, called, id, 'department')),
  ...districts.map(([district, called]) => row(`${id}.${district}`, called, id, 'district', { through: DISTRICTS_THROUGH })),
  ...bases.map(([base, called]) => row(`${id}.${base}`, called, id, 'base', { from: BASE_OFFICES_FROM })),
];

const units: readonly UnitRow[] = [
  row('vss', 'BHXH Việt Nam', null, 'central'),
  row('vss.kiem-tra', 'Vụ Thanh tra - Kiểm tra', 'vss', 'department', { through: DISTRICTS_THROUGH }),
  row('vss.kiem-tra', 'Ban Kiểm tra', 'vss', 'department', { from: BASE_OFFICES_FROM }),
  row('vss.chinh-sach', 'Ban Thực hiện chính sách bảo hiểm xã hội', 'vss', 'department'),
  ...provinces.flatMap(unitsOf),
];

/** One post is vacant, so that a case which nobody is assigned to points at the post itself. */
const VACANT = 'can-tho.kiem-tra:head';
/** One head changes while cases are open. */
const HAND_OVER = { post: 'ha-noi:head', through: '2026-03-31', from: '2026-04-01', next: 'cb-900' } as const;

const staff = (index: number): string => `cb-${String(index + 101)}`;

function postsOf(): readonly PostRow[] {
  const posts = [...new Set(units.map((unit) => unit.headPost))];
  return posts.flatMap((post, index): readonly PostRow[] => {
    if (post === VACANT) return [];
    if (post !== HAND_OVER.post) return [{ post, person: staff(index) }];
    return [
      { post, person: staff(index), through: HAND_OVER.through },
      { post, person: HAND_OVER.next, from: HAND_OVER.from },
    ];
  });
}

const posts = postsOf();
const headOf = (unit: string): string => posts.find((each) => each.post === `${unit}:head`)?.person ?? `${unit}:head`;

/** The rows behind `sampleOrganisation`, for hosts that want to list units or replace some of them. */
export const sampleOrganisationData: OrganisationData = {
  units,
  posts,
  // A deputy acts for the head of a province during one summer.
  delegations: [{ to: 'cb-901', of: headOf('nghe-an'), from: '2026-06-15', through: '2026-08-31' }],
};

/** Units, posts, heads and one delegation, effective-dated. */
export const sampleOrganisation = (): Organisation => organisationOf(sampleOrganisationData);
