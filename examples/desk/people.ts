/** The five who may sign in. Their ids, units and roles are those of the sample organisation; none of them exists. */
import { type Actor, headOfUnit, type LegalDay, type Organisation } from '@redress/core';

/** What a person is here. Two of them only read: no rule of the authority names their role. */
export const posts = ['officer', 'head', 'superior', 'inspector', 'auditor'] as const;
export type Post = (typeof posts)[number];

export interface Person {
  readonly post: Post;
  readonly actor: Actor;
}

const BASE = 'nghe-an.co-so-vinh';
const PROVINCE = 'nghe-an';
const INSPECTION = 'vss.kiem-tra';

/** Who somebody is on a day: a head is whoever is in the post. The superior is head of the body above, and rules by that. */
export function personAt(post: Post, organisation: Organisation, on: LegalDay): Person {
  switch (post) {
    case 'officer':
      return { post, actor: { id: 'cv-2861', unit: BASE, role: 'officer' } };
    case 'head':
      return { post, actor: { id: headOfUnit(organisation, BASE, on), unit: BASE, role: 'head' } };
    case 'superior':
      return { post, actor: { id: headOfUnit(organisation, PROVINCE, on), unit: PROVINCE, role: 'head' } };
    case 'inspector':
      return { post, actor: { id: 'kt-1', unit: INSPECTION, role: 'inspector' } };
    case 'auditor':
      return { post, actor: { id: 'ktv-1', unit: 'vss', role: 'auditor' } };
  }
}

export const isPost = (text: string): text is Post => posts.some((post) => post === text);

/** Whoever oversees looks at the whole log; the others at cases. */
export const oversees = ({ post }: Person): boolean => post === 'inspector' || post === 'auditor';
