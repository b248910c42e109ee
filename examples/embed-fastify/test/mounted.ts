/** What the how-to page says of Hono and of Next, and a host to mount it in. */
import { Hono } from 'hono';
import { handler } from './handler.ts';

export const app = new Hono();
app.all('/api/*', (context) => handler(context.req.raw));

export { handler as GET, handler as HEAD, handler as OPTIONS, handler as POST } from './handler.ts';
