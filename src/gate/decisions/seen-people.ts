import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ExpectedPeople } from '../../check-in-validation/index.js';
import { DecisionsRepository } from './decisions.repository.js';

/** A person who was scanned was here, whatever the gate decided. */
@Injectable()
export class SeenPeople implements OnModuleInit {
  constructor(
    private readonly people: ExpectedPeople,
    private readonly log: DecisionsRepository,
  ) {}

  onModuleInit(): void {
    this.people.declare('seen', (time) => this.log.customersAt(time));
  }
}
