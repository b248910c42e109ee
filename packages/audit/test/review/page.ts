/** The document of a case as a strict reader takes it apart. */
import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: Element[];
  text: string;
}

/** The document as a strict reader takes it: it throws where a tag is left open, or a text was taken for markup. */
export function parsed(page: string): Element {
  const parser = new SaxesParser();
  const root: Element = { name: '', attributes: {}, inside: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = {
      name,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
      inside: [],
      text: '',
    };
    open.at(-1)?.inside.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(page).close();
  return root;
}

export const every = (element: Element): readonly Element[] => [element, ...element.inside.flatMap(every)];
export const named = (page: Element, name: string): readonly Element[] => every(page).filter((element) => element.name === name);
export const section = (page: string, id: string): Element => {
  const found = named(parsed(page), 'section').find(({ attributes }) => attributes.id === id);
  if (!found) throw new Error(`there is no section ${id}`);
  return found;
};
export const rowsOf = (element: Element): readonly (readonly string[])[] =>
  named(element, 'tr').map((row) => row.inside.map(({ text }) => text.replaceAll(/\s+/g, ' ').trim()));
