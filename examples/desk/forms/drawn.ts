/** The form itself, as a page shows it: labels, what was typed, what was wrong with it. It works without a script. */
import { flag, type Html, html } from '../html.ts';
import { type Asking, type Choices, choicesFor } from './choices.ts';
import type { Field } from './fields.ts';
import { indexes, LONGEST_LIST, linesOf, type Posted, pairsOf } from './posted.ts';

export interface Drawing extends Asking {
  /** What stands in the fields: typed before, or proposed. */
  readonly typed: Posted;
  /** By the field's name in the form: what is wrong with it. */
  readonly faults: ReadonlyMap<string, string>;
  /** Within a group that may be left empty the browser must not insist on what the group needs. */
  readonly within?: 'optional';
}

const idOf = (name: string): string => `f-${name.replaceAll(/[^\w-]/g, '-')}`;

/** Where in the page a field stands. */
export const anchorOf = (name: string): string => `#${idOf(name)}`;

export const drawFields = (fields: readonly Field[], drawing: Drawing): readonly Html[] =>
  fields.map((field) => drawField(field, `data.${field.path}`, drawing));

function drawField(field: Field, name: string, above: Drawing): Html {
  const folded = !field.required && (field.kind === 'group' || field.kind === 'rows');
  const drawing: Drawing = folded ? { ...above, within: 'optional' } : above;
  switch (field.kind) {
    case 'group':
      return framed(
        field,
        name,
        drawing,
        html`${field.fields.map((inside) => drawField(inside, name + inside.path.slice(field.path.length), drawing))}`,
      );
    case 'rows':
      return framed(field, name, drawing, rows(field, name, drawing));
    case 'pairs':
      return framed(field, name, drawing, pairs(name, drawing));
    case 'flag':
      return framed(field, name, drawing, yesOrNo(name, field.required, drawing));
    case 'list':
      return listField(field, name, drawing);
    default:
      return single(field, name, drawing);
  }
}

/** What a complaint is against is asked for at once, though a paper need not say it. */
const UNFOLDED: ReadonlySet<string> = new Set(['data.contests']);

/** A group of controls under one legend. An optional one that is empty is folded away. */
function framed(field: Field, name: string, drawing: Drawing, content: Html): Html {
  const { tongue, faults, typed } = drawing;
  const id = idOf(name);
  const optional = !field.required && (field.kind === 'group' || field.kind === 'rows');
  const legend = html`<legend>${tongue.field(drawing.command, field.path)}${must(field, drawing)}</legend>`;
  const inside = html`<fieldset id="${id}" class="kind-${field.kind}">${legend}${hint(field, `${id}-hint`, drawing)}${faultOf(name, drawing)}${content}</fieldset>`;
  if (!optional) return inside;
  const open =
    UNFOLDED.has(name) ||
    [...typed.keys()].some((key) => key.startsWith(`${name}.`) && typed.get(key) !== '') ||
    [...faults.keys()].some((key) => key.startsWith(name));
  return html`<details class="optional"${flag('open', open)}><summary>${tongue.field(drawing.command, field.path)} <span class="hint">${tongue.say('optional')}</span></summary>${inside}</details>`;
}

const must = ({ required }: Field, { tongue }: Drawing): Html | null =>
  required ? null : html` <span class="hint">${tongue.say('optional')}</span>`;

function hint(field: Field, id: string, { tongue, command }: Drawing): Html | null {
  const said = tongue.hint(command, field.path, field.describes);
  return said === null ? null : html`<p class="hint" id="${id}">${said}</p>`;
}

function faultOf(name: string, { faults, tongue }: Drawing): Html | null {
  const fault = faults.get(name);
  return fault === undefined
    ? null
    : html`<p class="fault" id="${idOf(name)}-fault"><span class="visually-hidden">${tongue.say('fault')}:</span> ${fault}</p>`;
}

/** What a control says beside its label. */
function describedBy(field: Field, name: string, { faults, tongue, command }: Drawing): Html | null {
  const id = idOf(name);
  const parts = [
    ...(tongue.hint(command, field.path, field.describes) === null ? [] : [`${id}-hint`]),
    ...(faults.has(name) ? [`${id}-fault`] : []),
  ];
  const invalid = faults.has(name) ? html` aria-invalid="true"` : null;
  return html`${parts.length > 0 && html` aria-describedby="${parts.join(' ')}"`}${invalid}`;
}

function single(field: Field, name: string, drawing: Drawing): Html {
  const id = idOf(name);
  const label = html`<label for="${id}">${drawing.tongue.field(drawing.command, field.path)}${must(field, drawing)}</label>`;
  return html`<div class="field">${label}${hint(field, `${id}-hint`, drawing)}${faultOf(name, drawing)}${control(field, name, drawing)}</div>`;
}

function control(field: Field, name: string, drawing: Drawing): Html {
  const choices = choicesFor(field, drawing);
  const value = drawing.typed.get(name) ?? '';
  const about = describedBy(field, name, drawing);
  const required = flag('required', field.required && drawing.within === undefined);
  const id = idOf(name);
  if (choices && !choices.open) return select(choices, { id, name, value, about, required }, drawing);
  switch (field.kind) {
    case 'day':
      return html`<input type="date" id="${id}" name="${name}" value="${value}"${about}${required}>`;
    case 'number':
      return html`<input type="number" inputmode="numeric" id="${id}" name="${name}" value="${value}" min="${field.least}" max="${field.most}"${about}${required}>`;
    case 'text':
      return html`<textarea id="${id}" name="${name}" rows="4" maxlength="${field.longest}"${about}${required}>\n${value}</textarea>`;
    case 'line':
      return html`<input type="text" id="${id}" name="${name}" value="${value}" maxlength="${field.longest}" autocomplete="off"${choices && html` list="${id}-list"`}${about}${required}>${choices && html`<datalist id="${id}-list">${choices.options.map((choice) => html`<option value="${choice.value}">`)}</datalist>`}`;
    default:
      throw new TypeError(`the field ${name} of the kind ${field.kind} is no single control`);
  }
}

interface Control {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly about: Html | null;
  readonly required: Html;
}

function select({ options }: Choices, { id, name, value, about, required }: Control, { tongue }: Drawing): Html {
  const known = options.some((option) => option.value === value);
  return html`<select id="${id}" name="${name}"${about}${required}><option value="">${tongue.say('choose')}</option>${options.map((option) => html`<option value="${option.value}"${flag('selected', option.value === value)}>${option.says}</option>`)}${!known && value !== '' && html`<option value="${value}" selected>${value}</option>`}</select>`;
}

function yesOrNo(name: string, required: boolean, { typed, tongue }: Drawing): Html {
  const value = typed.get(name) ?? '';
  const radio = (each: string, says: string): Html =>
    html`<label class="tick"><input type="radio" name="${name}" value="${each}"${flag('checked', value === each)}> ${says}</label>`;
  return html`<div class="ticks">${radio('yes', tongue.say('yes'))}${radio('no', tongue.say('no'))}${!required && radio('', tongue.say('notSaid'))}</div>`;
}

/** More boxes than this are a list to scroll in. */
const BOXES = 14;

function listField(field: Extract<Field, { kind: 'list' }>, name: string, drawing: Drawing): Html {
  const { typed, tongue } = drawing;
  const choices = choicesFor(field, drawing);
  const values = linesOf(typed.getAll(name));
  if (!choices) {
    const id = idOf(name);
    const label = html`<label for="${id}">${tongue.field(drawing.command, field.path)}${must(field, drawing)}</label>`;
    const area = html`<textarea id="${id}" name="${name}" rows="3"${describedBy(field, name, drawing)}${flag('required', field.required && field.least > 0 && drawing.within === undefined)}>\n${values.join('\n')}</textarea>`;
    return html`<div class="field">${label}${hint(field, `${id}-hint`, drawing)}<p class="hint">${tongue.say('onePerLine')}</p>${faultOf(name, drawing)}${area}</div>`;
  }
  const box = ({ value, says }: { value: string; says: string }): Html =>
    html`<label class="tick"><input type="checkbox" name="${name}" value="${value}"${flag('checked', values.includes(value))}> ${says}</label>`;
  const others = values.filter((value) => !choices.options.some((option) => option.value === value));
  const further =
    choices.open &&
    html`<label class="further">${tongue.say('others')} <span class="hint">${tongue.say('onePerLine')}</span><textarea name="${name}" rows="2">\n${others.join('\n')}</textarea></label>`;
  return framed(
    field,
    name,
    drawing,
    html`<div class="ticks${choices.options.length > BOXES ? ' many' : ''}">${choices.options.map(box)}</div>${further}`,
  );
}

/** The rows that were sent, and one more where it was asked for, to go on from: a high number alone draws none of those before it. */
function rows(field: Extract<Field, { kind: 'rows' }>, name: string, drawing: Drawing): Html {
  const { typed, tongue } = drawing;
  const least = Array.from({ length: Math.max(field.least, field.required ? 1 : 0) }, (_, index) => index);
  const numbers = new Set([...least, ...indexes(typed, name)]);
  const next = Math.max(-1, ...numbers) + 1;
  const asked = typed.get('more') === name ? `${name}.${next}` : typed.get('more');
  if (asked === `${name}.${next}` && next < LONGEST_LIST) numbers.add(next);
  const row = (index: number): Html =>
    html`<fieldset class="row"${asked === `${name}.${index}` && html` tabindex="-1" autofocus`}><legend>${tongue.say('row', { number: index + 1 })}</legend>${field.fields.map((inside) => drawField(inside, `${name}.${index}${inside.path.slice(field.path.length + 2)}`, drawing))}</fieldset>`;
  const another = html`<button class="plain" name="more" value="${name}" formnovalidate>${tongue.say('addRow')}</button>`;
  return html`${[...numbers].sort((one, other) => one - other).map(row)}${another}`;
}

/** Rows of a name and what it says, two more than are filled in. */
function pairs(name: string, { typed, tongue }: Drawing): Html {
  return html`${[...pairsOf(typed, name), ['', ''] as const, ['', ''] as const].map(
    ([key, said], index) =>
      html`<div class="pair"><label>${tongue.say('pairName')} <span class="visually-hidden">${index + 1}</span><input type="text" name="${name}.name" value="${key}" maxlength="200"></label><label>${tongue.say('pairText')} <span class="visually-hidden">${index + 1}</span><textarea name="${name}.text" rows="2">\n${said}</textarea></label></div>`,
  )}`;
}
