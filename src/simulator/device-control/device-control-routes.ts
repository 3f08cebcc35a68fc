import type { FastifyInstance } from 'fastify';
import type { SimulatedDevice } from '../device/simulated-device.js';
import {
  readDeviceSettings,
  readNetwork,
  readPresent,
  readRawRequest,
  readRotate,
} from './device-control-commands.js';

/** The control API of the simulated device, for tests in any language. */
export function deviceControlRoutes(app: FastifyInstance, device: SimulatedDevice): void {
  app.get('/control/device', () => device.view());
  app.put('/control/device', (request) => {
    device.configure(readDeviceSettings(request.body));
    return device.view();
  });
  app.delete('/control/device', (_request, reply) => {
    device.clear();
    return reply.code(204).send();
  });
  app.post('/control/device/present', (request) => device.present(readPresent(request.body)));
  app.post('/control/device/turn', async (request) => {
    const exchange = await device.rotate(readRotate(request.body));
    return { exchange: exchange ?? null };
  });
  app.post('/control/device/network', async (request) => {
    const { line, logsBy, tick } = readNetwork(request.body);
    if (line !== undefined) device.setLine(line);
    if (logsBy !== undefined) device.sendLogsBy(logsBy);
    const exchange = tick ? await device.tick() : null;
    await device.idle();
    const { state, failures, waitingLogs } = device.view();
    return { state, failures, waitingLogs, exchange };
  });
  app.post('/control/device/push', async () => ({ command: (await device.poll()) ?? null }));
  app.post('/control/device/logs', async () => ({ sent: await device.sendAllLogs() }));
  app.post('/control/device/raw', (request) => device.sendRaw(readRawRequest(request.body)));
}
