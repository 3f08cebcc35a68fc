import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ExpectedPeople } from '../check-in-validation/index.js';
import { BookingsRepository } from './bookings.repository.js';

/** A person who has booked lately is expected: Wellhub sends no time of a class. */
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
