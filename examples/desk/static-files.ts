/** The few files that a page loads. They are read once, and served as they lie here: nothing is built. */
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

const files = {
  'desk.css': 'text/css; charset=utf-8',
  'live.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

export function staticFiles(app: FastifyInstance): void {
  for (const [name, type] of Object.entries(files)) {
    const content = readFileSync(new URL(`static/${name}`, import.meta.url));
    app.get(`/static/${name}`, (_request, reply) => reply.type(type).header('cache-control', 'max-age=60').send(content));
  }
}
