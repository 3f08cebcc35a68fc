import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PatchRequest } from './booking-api.js';
import { readBooking, readBookingPlan } from './booking-commands.js';
import { sendAnswer } from '../http/send-answer.js';
import type { SimulatedBookings } from './simulated-bookings.js';

type BookingRequest = FastifyRequest<{ Params: { gym: string; number: string } }>;
type SlotRequest = FastifyRequest<{ Params: { gym: string; class: string; slot: string } }>;

/** Wellhub's booking API and what commands it. */
export function bookingRoutes(app: FastifyInstance, bookings: SimulatedBookings): void {
  const answer = async (request: PatchRequest, reply: FastifyReply) =>
    sendAnswer(reply, await bookings.api.patch(request, (done) => reply.raw.once('close', done)));
  app.patch(
    '/booking/v2/gyms/:gym/bookings/:number',
    ({ params, headers, body }: BookingRequest, reply) =>
      answer({ kind: 'booking', gymId: params.gym, name: params.number, headers, body }, reply),
  );
  app.patch(
    '/booking/v1/gyms/:gym/classes/:class/slots/:slot',
    ({ params, headers, body }: SlotRequest, reply) => {
      const name = `${params.class}/${params.slot}`;
      return answer({ kind: 'slot', gymId: params.gym, name, headers, body }, reply);
    },
  );
  app.post('/control/booking', (request) => bookings.send(readBooking(request.body)));
  app.get('/control/bookings', () => bookings.view());
  app.delete('/control/bookings', (_request, reply) => {
    bookings.clear();
    return reply.code(204).send();
  });
  app.post('/control/booking-answers', (request, reply) => {
    bookings.plan(readBookingPlan(request.body));
    return reply.code(204).send();
  });
  app.delete('/control/booking-answers', (_request, reply) => {
    bookings.clearPlans();
    return reply.code(204).send();
  });
}
