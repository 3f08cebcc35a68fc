import { Column, Entity } from 'typeorm';
import { CreatedAt, Int64, NumberKey, PartnerId } from '../../platform/database/columns.js';
import type { CustomerStatus, Origin } from './customer.js';
import { PersonDetails } from './person-details.js';

/** A person who comes to the gym. Owner: customers. */
@Entity('customers')
export class CustomerEntity extends PersonDetails {
  @PartnerId()
  partnerId!: string;

  @NumberKey('customer_ids')
  id!: number;

  /** The gym software's own number; ours is a UUID. */
  @Column({ name: 'number', type: 'text' })
  number!: string;

  @Column({ name: 'status', type: 'text' })
  status!: CustomerStatus;

  @Column({ name: 'origin', type: 'text' })
  origin!: Origin;

  @Int64('home_gym_id', { nullable: true })
  homeGymId!: number | null;

  @Column({ name: 'first_name', type: 'text', nullable: true })
  firstName!: string | null;

  @Column({ name: 'last_name', type: 'text', nullable: true })
  lastName!: string | null;

  @Column({ name: 'email', type: 'text', nullable: true })
  email!: string | null;

  /** Made by `emailAddress` from `email`, nowhere else. */
  @Column({ name: 'email_key', type: 'text', nullable: true })
  emailKey!: string | null;

  @Column({ name: 'email_confirmed', type: 'boolean' })
  emailConfirmed!: boolean;

  @Column({ name: 'phone_number', type: 'text', nullable: true })
  phoneNumber!: string | null;

  @Column({ name: 'birth_date', type: 'date', nullable: true })
  birthDate!: string | null;

  /** `gympass_id`: names the person in check-ins and bookings (`wellhub.md` 1.1). */
  @Column({ name: 'wellhub_id', type: 'text', nullable: true })
  wellhubId!: string | null;

  /** `gympass_user_id`: names the person in registration and user status. */
  @Column({ name: 'gpw_id', type: 'text', nullable: true })
  gpwId!: string | null;

  @Column({ name: 'gpw_active', type: 'boolean' })
  gpwActive!: boolean;

  /** Decimal without leading zeros. */
  @Column({ name: 'card_number', type: 'text', nullable: true })
  cardNumber!: string | null;

  @Column({ name: 'card_blocked', type: 'boolean' })
  cardBlocked!: boolean;

  @Int64('merged_into', { nullable: true })
  mergedInto!: number | null;

  /** The Users API's `timestamp`. */
  @Int64('change_no')
  changeNo!: number;

  @CreatedAt()
  createdAt!: Date;
}
