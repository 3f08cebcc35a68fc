import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SimulatedDevice } from '../device/simulated-device.js';
import { InvalidInput } from '../http/input.js';
import { DeviceButtons } from './device-buttons.js';
import { devicePage } from './device-page.js';
import { formField } from './device-page-input.js';
import { DEVICE_CSS } from './device-style.js';
import { deviceWords } from './device-words.js';

type PageRequest = FastifyRequest<{ Querystring: { lang?: string } }>;
type ButtonRequest = FastifyRequest<{ Params: { button: string } }>;

const SECURITY_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** The page of the simulated device, and its buttons. */
export async function devicePageRoutes(
  app: FastifyInstance,
  device: SimulatedDevice,
): Promise<void> {
  await app.register(formbody);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(SECURITY_HEADERS);
  });
  const buttons = new DeviceButtons(device);
  const show = (reply: FastifyReply, language: unknown, problem?: string): FastifyReply => {
    const [words, view] = [deviceWords(language), device.view()];
    const page = devicePage({ words, device: view, typed: buttons.typed, problem });
    return reply.type('text/html; charset=utf-8').send(page);
  };
  app.get('/device', ({ query }: PageRequest, reply) => show(reply, query.lang));
  app.get('/device.css', (_request, reply) => reply.type('text/css').send(DEVICE_CSS));
  /** Does it and shows the page anew, or shows it with what was wrong. */
  app.post('/device/:button', async ({ params, body }: ButtonRequest, reply) => {
    const language = formField(body, 'lang');
    try {
      if (!(await buttons.press(params.button, body))) return reply.callNotFound();
      return reply.redirect(`/device?lang=${language === 'en' ? 'en' : 'pt'}`, 303);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return show(reply.code(400), language, error.message);
    }
  });
}
