/** Lists with weights, as the headers Accept and Accept-Language hold them (RFC 9110, 12.4.2). */

export interface Weighed {
  /** In lower case, without its parameters. */
  readonly name: string;
  readonly weight: number;
}

/** No client that means it sends more, and each costs time. */
const MOST = 100;

/** What a weight may look like; one that looks otherwise counts as none given. */
const WEIGHT = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/** The members by falling weight, equals in their order. What has the weight 0 is left out: it is not wanted. */
export function weighed(header: string): readonly Weighed[] {
  return read(header)
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
}

function read(header: string): Weighed[] {
  return header
    .split(',', MOST)
    .map((member) => {
      const [name = '', ...parameters] = member.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '';
      return { name, weight: WEIGHT.test(weight) ? Number(weight) : 1 };
    })
    .filter(({ name }) => name !== '');
}

/** How well each of several media types is wanted: the most exact member that fits it counts. */
function weightOf(type: string, members: readonly Weighed[]): number {
  const [family = ''] = type.split('/');
  for (const fits of [type, `${family}/*`, '*/*']) {
    const found = members.find(({ name }) => name === fits);
    if (found) return found.weight;
  }
  return 0;
}

/** The type of those offered that is wanted most, the first among equals; null where none is wanted. No header wants any. */
export function chosen<Type extends string>(accept: string | null, offered: readonly [Type, ...Type[]]): Type | null {
  if (accept === null || accept.trim() === '') return offered[0];
  const members = read(accept);
  let best: Type | null = null;
  let most = 0;
  for (const type of offered) {
    const weight = weightOf(type, members);
    if (weight > most) {
      best = type;
      most = weight;
    }
  }
  return best;
}
