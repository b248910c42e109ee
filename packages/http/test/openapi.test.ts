import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type HandlerOptions, view } from '../src/index.ts';
import { check, type Document, held, Unlawful } from './contract.ts';
import { head, letter, ORIGIN, openDesk, received, tokenOf } from './desk.ts';

type DeskOptions = Partial<HandlerOptions>;

async function textOf(desk = openDesk()): Promise<string> {
  return (await desk.get('/openapi.json')).text();
}

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1, by the schema of those who write the standard', async () => {
    const board = view({
      describes: 'A board.',
      query: z.strictObject({ unit: z.string().describe('A unit.'), page: z.coerce.number().optional() }),
      answer: z.array(z.strictObject({ case: z.string() })),
      read: () => [],
    });
    const document = JSON.parse(await textOf(openDesk({ options: { views: { board } } })));
    const validator = new Validator();
    const { valid, errors } = await validator.validate(document);
    expect(errors).toBeUndefined();
    expect([valid, validator.version]).toEqual([true, '3.1']);
    // Seen to fail: a parameter without a place is found.
    const broken = structuredClone(document);
    broken.paths['/log'].get.parameters[0].in = 'nowhere';
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  it('says how to sign in where the host says it, and else nothing', async () => {
    const securitySchemes = {
      token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      session: { type: 'apiKey', in: 'cookie', name: 'session' },
    } as const;
    const document = JSON.parse(await textOf(openDesk({ options: { securitySchemes } })));
    expect(document.components.securitySchemes).toEqual(securitySchemes);
    expect(document.security).toEqual([{ token: [] }, { session: [] }]);
    expect((await new Validator().validate(document)).errors).toBeUndefined();
    // Seen to fail: a scheme of no known type is found.
    document.components.securitySchemes.token.type = 'nothing';
    expect((await new Validator().validate(document)).valid).toBe(false);
    for (const options of [{}, { securitySchemes: {} }]) {
      const silent = JSON.parse(await textOf(openDesk({ options })));
      expect([silent.security, silent.components.securitySchemes]).toEqual([undefined, undefined]);
    }
  });

  it('names in each 401 what the host signs in by, and has the same header in the document', async () => {
    const bearer = { type: 'http', scheme: 'bearer' } as const;
    const key = { type: 'apiKey', in: 'header', name: 'X-API-Key' } as const;
    const cookie = { type: 'apiKey', in: 'cookie', name: 'khóa' } as const;
    const openIdConnect = { type: 'openIdConnect', openIdConnectUrl: 'https://sign-in.example' } as const;
    // Seen to fail: every one of them said Bearer.
    const asked: readonly (readonly [DeskOptions, string | null])[] = [
      [{}, 'Bearer'],
      [{ securitySchemes: {} }, 'Bearer'],
      [{ securitySchemes: { bearer, openIdConnect } }, 'Bearer'],
      [{ securitySchemes: { basic: { type: 'http', scheme: 'basic' } } }, 'Basic realm="Redress", charset="UTF-8"'],
      [{ securitySchemes: { key, bearer } }, 'ApiKey in="header", name="X-API-Key", Bearer'],
      [{ securitySchemes: { cookie } }, 'ApiKey in="cookie"'],
      [{ securitySchemes: { hello: { type: 'http', scheme: 'Negotiate' } } }, 'Negotiate'],
      [{ securitySchemes: { certificate: { type: 'mutualTLS' } } }, null],
    ];
    for (const [options, challenge] of asked) {
      const desk = openDesk({ options });
      const answer = await desk.get('/log', { authorization: '' });
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, challenge]);
      const document = JSON.parse(await textOf(desk));
      expect(document.components.headers['www-authenticate']?.schema.const ?? null).toBe(challenge);
      const said = challenge === null ? undefined : { 'www-authenticate': { $ref: '#/components/headers/www-authenticate' } };
      expect(document.paths['/log'].get.responses[401].headers).toEqual(said);
      expect((await new Validator().validate(document)).errors).toBeUndefined();
    }
    const split = { type: 'http', scheme: 'bearer\r\nset-cookie: a=b' } as const;
    expect(() => openDesk({ options: { securitySchemes: { split } } })).toThrow('securitySchemes.split.scheme');
  });

  it('leads every reference somewhere', async () => {
    const text = await textOf();
    const { components }: Document = JSON.parse(text);
    const refs = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(refs.length).toBeGreaterThan(200);
    for (const name of refs) expect(components.schemas).toHaveProperty([name]);
  });

  it('knows every body that is a command, and no other', async () => {
    const text = await textOf();
    const body = (value: unknown) =>
      check(text, ['paths', '/cases/{case}/commands', 'post', 'requestBody', 'content', 'application/json', 'schema'], value);
    body({ type: 'Receive', on: '2026-06-01', data: letter });
    body({ type: 'Receive', caseType: 'complaint', on: '2026-06-01', data: letter, correlation: 'c' });
    body({ type: 'Accept', on: '2026-06-02' });
    for (const wrong of [
      { type: 'Receive', on: '2026-06-01' },
      { type: 'Receive', on: '2026-13-01', data: letter },
      { type: 'Accept', on: '2026-06-02', actor: { id: 'x' } },
      { type: 'Nothing', on: '2026-06-02' },
      { type: 'Accept', on: '2026-06-02', data: { force: true } },
    ])
      expect(() => body(wrong), JSON.stringify(wrong)).toThrow(Unlawful);
  });

  it('offers to open a case only by what opens one', async () => {
    const text = await textOf();
    const body = (value: unknown) =>
      check(text, ['paths', '/cases', 'post', 'requestBody', 'content', 'application/json', 'schema'], value);
    body({ type: 'Receive', on: '2026-06-01', data: letter });
    expect(() => body({ type: 'Accept', on: '2026-06-02' })).toThrow(Unlawful);
  });

  it('is what every response of these tests is held against: a field too many, a status and a type it does not know are found', async () => {
    const desk = await received();
    const ask = () => new Request(`${ORIGIN}/openapi.json`, { headers: { authorization: tokenOf(head('left')) } });
    const document = await textOf(desk);
    const tampered = (change: (response: Response, body: string) => Response) =>
      held(async (request) => {
        if (request.url.endsWith('/openapi.json')) return new Response(document, { headers: { 'content-type': 'application/json' } });
        const response = await desk.handler(request);
        return change(response, await response.text());
      }, ask);
    const request = () => new Request(`${ORIGIN}/cases/case-1`, { headers: { authorization: tokenOf(head('left')) } });
    await tampered((response, body) => new Response(body, response))(request());
    const more = tampered((response, body) => new Response(body.replace('{', '{"secret":1,'), response));
    await expect(more(request())).rejects.toThrow(Unlawful);
    const status = tampered((response, body) => new Response(body, { headers: response.headers, status: 202 }));
    await expect(status(request())).rejects.toThrow(Unlawful);
    const type = tampered((_response, body) => new Response(body, { headers: { 'content-type': 'text/html' } }));
    await expect(type(request())).rejects.toThrow(Unlawful);
  });
});
