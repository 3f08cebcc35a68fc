import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ExpectedPeople } from '../check-in-validation/index.js';
import { BookingsRepository } from './bookings.repository.js';

/** Whoever has booked lately is expected: Wellhub tells us of no time of a class. */
@Injectable()
export class ExpectedBookers implements OnModuleInit {
  constructor(
    private readonly people: ExpectedPeople,
    private readonly rows: BookingsRepository,
  ) {}

  onModuleInit(): void {
    this.people.declare('expected', (time) => this.rows.recentBookers(time));
  }
}
