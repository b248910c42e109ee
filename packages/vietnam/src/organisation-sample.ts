/**
 * A small Viet Nam Social Security to try the pack on. Until 2025-06-30 there are three levels: the centre, provinces, districts; from
 * 2025-07-01 base offices stand in the districts' place, and two of the provinces are merged into others. Units bear their real kind of
 * name; every person is an opaque id, and none of them exists. Doubt: which office took which over is made up, and not the real list.
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
  /** The base office that took a district over stands third; a district without one was given up. */
  readonly districts: readonly (readonly [id: string, name: string, successor?: string])[];
  readonly bases: readonly (readonly [id: string, name: string])[];
}

/** A province that was merged into another on the day on which the districts ended. */
interface MergedProvince extends Province {
  readonly into: string;
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
      ['dong-da', 'BHXH quận Đống Đa', 'ha-noi.co-so-dong-da'],
      ['ha-dong', 'BHXH quận Hà Đông', 'ha-noi.co-so-ha-dong'],
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
      ['vinh', 'BHXH thành phố Vinh', 'nghe-an.co-so-vinh'],
      ['ky-son', 'BHXH huyện Kỳ Sơn', 'nghe-an.co-so-ky-son'],
    ],
    bases: [
      ['co-so-vinh', 'BHXH cơ sở Vinh'],
      ['co-so-ky-son', 'BHXH cơ sở Kỳ Sơn'],
    ],
  },
  {
    id: 'da-nang',
    name: 'BHXH thành phố Đà Nẵng',
    districts: [['hai-chau', 'BHXH quận Hải Châu', 'da-nang.co-so-hai-chau']],
    bases: [
      ['co-so-hai-chau', 'BHXH cơ sở Hải Châu'],
      ['co-so-tam-ky', 'BHXH cơ sở Tam Kỳ'],
    ],
  },
  {
    id: 'can-tho',
    name: 'BHXH thành phố Cần Thơ',
    districts: [['ninh-kieu', 'BHXH quận Ninh Kiều', 'can-tho.co-so-ninh-kieu']],
    bases: [
      ['co-so-ninh-kieu', 'BHXH cơ sở Ninh Kiều'],
      ['co-so-soc-trang', 'BHXH cơ sở Sóc Trăng'],
    ],
  },
];

const mergedProvinces: readonly MergedProvince[] = [
  {
    id: 'quang-nam',
    name: 'BHXH tỉnh Quảng Nam',
    into: 'da-nang',
    districts: [
      ['tam-ky', 'BHXH thành phố Tam Kỳ', 'da-nang.co-so-tam-ky'],
      ['nong-son', 'BHXH huyện Nông Sơn'],
    ],
    bases: [],
  },
  {
    id: 'soc-trang',
    name: 'BHXH tỉnh Sóc Trăng',
    into: 'can-tho',
    districts: [['soc-trang', 'BHXH thành phố Sóc Trăng', 'can-tho.co-so-soc-trang']],
    bases: [],
  },
];

type UnitRow = OrganisationData['units'][number];
type PostRow = OrganisationData['posts'][number];

const row = (
  id: string,
  name: string,
  superior: string | null,
  level: UnitLevel,
  dated: Pick<UnitRow, 'from' | 'through' | 'successor'> = {},
): UnitRow => ({
  id,
  name,
  superior,
  headPost: `${id}:head`,
  level,
  ...dated,
});

const endsWithTheDistricts = (successor?: string) => ({
  through: DISTRICTS_THROUGH,
  ...(successor === undefined ? {} : { successor }),
});

const unitsOf = ({ id, name, districts, bases }: Province, into?: string): readonly UnitRow[] => [
  row(id, name, 'vss', 'province', into === undefined ? {} : endsWithTheDistricts(into)),
  ...departments.map(([department, called]) =>
    row(`${id}.${department}`, called, id, 'department', into === undefined ? {} : endsWithTheDistricts(`${into}.${department}`)),
  ),
  ...districts.map(([district, called, successor]) => row(`${id}.${district}`, called, id, 'district', endsWithTheDistricts(successor))),
  ...bases.map(([base, called]) => row(`${id}.${base}`, called, id, 'base', { from: BASE_OFFICES_FROM })),
];

const units: readonly UnitRow[] = [
  row('vss', 'BHXH Việt Nam', null, 'central'),
  row('vss.kiem-tra', 'Vụ Thanh tra - Kiểm tra', 'vss', 'department', { through: DISTRICTS_THROUGH }),
  row('vss.kiem-tra', 'Ban Kiểm tra', 'vss', 'department', { from: BASE_OFFICES_FROM }),
  row('vss.chinh-sach', 'Ban Thực hiện chính sách bảo hiểm xã hội', 'vss', 'department'),
  ...provinces.flatMap((province) => unitsOf(province)),
  ...mergedProvinces.flatMap((province) => unitsOf(province, province.into)),
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
