/** Lists that a state holds: a dozen in each case, most of them empty or short, so that what they take decides how fast a log is folded. */

/** The empty list that states begin with, the same for all: frozen, so that nobody's item can get into the state of another case. */
export const NONE: readonly never[] = Object.freeze([]);

/** The place before the first of an empty list is asked of all prototypes, by the name '-1'. */
export const lastOf = <Item>(list: readonly Item[]): Item | undefined => (list.length > 0 ? list[list.length - 1] : undefined);

/**
 * A list with one item more. A short one is made anew, as long as it has to be, where a push would make room for seventeen; a longer one
 * grows in place, and whoever keeps the list that was handed in sees it grow.
 */
export function added<Item>(list: readonly Item[], item: Item): readonly Item[] {
  switch (list.length) {
    case 0:
      return [item];
    case 1:
      return [list[0] as Item, item];
    case 2:
      return [list[0] as Item, list[1] as Item, item];
    default:
      (list as Item[]).push(item);
      return list;
  }
}
