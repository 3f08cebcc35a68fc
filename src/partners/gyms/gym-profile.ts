import { Column } from 'typeorm';

/** The public profile of a gym: studio information, and the `club` of the Users API. Part of a gym. */
export class GymProfile {
  @Column({ name: 'description', type: 'text', nullable: true })
  description!: string | null;

  @Column({ name: 'email', type: 'text', nullable: true })
  email!: string | null;

  @Column({ name: 'telephone', type: 'text', nullable: true })
  telephone!: string | null;

  @Column({ name: 'website', type: 'text', nullable: true })
  website!: string | null;

  @Column({ name: 'logo_url', type: 'text', nullable: true })
  logoUrl!: string | null;

  @Column({ name: 'street', type: 'text', nullable: true })
  street!: string | null;

  @Column({ name: 'house_number', type: 'text', nullable: true })
  houseNumber!: string | null;

  @Column({ name: 'address_line2', type: 'text', nullable: true })
  addressLine2!: string | null;

  @Column({ name: 'zip', type: 'text', nullable: true })
  zip!: string | null;

  @Column({ name: 'city', type: 'text', nullable: true })
  city!: string | null;

  @Column({ name: 'country', type: 'text', nullable: true })
  country!: string | null;

  @Column({ name: 'country_code', type: 'text', nullable: true })
  countryCode!: string | null;

  @Column({ name: 'opening_date', type: 'date', nullable: true })
  openingDate!: string | null;

  @Column({ name: 'closing_date', type: 'date', nullable: true })
  closingDate!: string | null;

  @Column({ name: 'short_name', type: 'text', nullable: true })
  shortName!: string | null;

  @Column({ name: 'symbol', type: 'text', nullable: true })
  symbol!: string | null;

  @Column({ name: 'club_type', type: 'text', nullable: true })
  clubType!: string | null;

  /** Both or none. */
  @Column({ name: 'longitude', type: 'double precision', nullable: true })
  longitude!: number | null;

  @Column({ name: 'latitude', type: 'double precision', nullable: true })
  latitude!: number | null;

  @Column({ name: 'is_hidden', type: 'boolean' })
  isHidden!: boolean;
}
