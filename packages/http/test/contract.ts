/** Holds every response against the OpenAPI document of the very handler that gave it. No test of this package asks a handler unheld. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Handler = (request: Request) => Promise<Response>;

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>>; readonly headers?: object }>>;
}

export interface Document {
  readonly openapi: string;
  readonly servers: readonly [{ readonly url: string }];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** A response that the document does not allow. */
export class Unlawful extends Error {}

interface Reader {
  readonly ajv: Ajv2020;
  readonly document: Document;
}

const readers = new Map<string, Reader>();

/** Documents are the same again and again, and compiling one takes a second. */
function readerOf(text: string): Reader {
  const known = readers.get(text);
  if (known) return known;
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats.default(ajv);
  const document: Document = JSON.parse(text);
  ajv.addSchema(document, 'api');
  readers.set(text, { ajv, document });
  return { ajv, document };
}

const escaped = (text: string): string => encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Throws `Unlawful` where a value is not what the document says at this place. */
export function check(text: string, pointer: readonly string[], value: unknown): void {
  const { ajv } = readerOf(text);
  const valid = ajv.getSchema(`api#/${pointer.map(escaped).join('/')}`);
  if (!valid) throw new Unlawful(`the document says nothing at ${pointer.join(' → ')}`);
  if (valid(value) !== true)
    throw new Unlawful(`${pointer.join(' → ')}: ${ajv.errorsText(valid.errors)}\n${JSON.stringify(value).slice(0, 2000)}`);
}

function pathIn(document: Document, pathname: string): string | undefined {
  const [{ url }] = document.servers;
  const below = url === '/' ? pathname : pathname.startsWith(`${url}/`) ? pathname.slice(url.length) : '';
  const fits = (path: string): boolean => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(below);
  return Object.keys(document.paths).find(fits);
}

async function checkResponse(text: string, request: Request, response: Response): Promise<void> {
  const { document } = readerOf(text);
  const path = pathIn(document, new URL(request.url).pathname);
  const method = (request.method === 'HEAD' ? 'GET' : request.method).toLowerCase();
  const operation = path === undefined ? undefined : document.paths[path]?.[method];
  const [type = ''] = response.headers.get('content-type')?.split(';') ?? [];
  const status = String(response.status);
  if (request.method === 'OPTIONS' && status === '204') return;
  if (!operation || !path) {
    if (!['404', '405', '400'].includes(status)) throw new Unlawful(`${status} where nothing is`);
    if (request.method !== 'HEAD') check(text, ['components', 'schemas', 'Problem'], await response.clone().json());
    return;
  }
  const said = operation.responses[status];
  if (!said) throw new Unlawful(`${method} ${path} answered ${status}, of which its document does not speak`);
  const content = Object.keys(said.content ?? {});
  if (content.length === 0 ? type !== '' : !content.includes(type)) throw new Unlawful(`${method} ${path} answered ${status} as ${type}`);
  if (request.method === 'HEAD' || content.length === 0) {
    if ((await response.clone().text()) !== '') throw new Unlawful('a body where none may be');
    return;
  }
  if (type === 'text/event-stream') return;
  const body = type.endsWith('json') ? await response.clone().json() : await response.clone().text();
  check(text, ['paths', path, method, 'responses', status, 'content', type, 'schema'], body);
}

/** The handler, each of whose responses is held against what it says of itself in `/openapi.json`. */
export function held(handler: Handler, ask: () => Request): Handler {
  let text: Promise<string> | undefined;
  return async (request) => {
    text ??= handler(ask()).then((response) => response.text());
    const response = await handler(request);
    await checkResponse(await text, request, response);
    return response;
  };
}
