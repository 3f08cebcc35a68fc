import type { UserProfile } from '../../customers/index.js';
import { Answer } from '../../platform/http/answer-fields.js';
import type { FileLinks } from './file-links.js';
import { orBlank } from './wire-values.js';

type Place = Partial<
  Record<'country' | 'city' | 'postalCode' | 'line1' | 'line2', string | null>
> | null;

/** Also the address of a club. */
export class AddressObjectDto {
  @Answer.text() country!: string;
  @Answer.text() city!: string;
  @Answer.text() postalCode!: string;
  @Answer.text() line1!: string;
  @Answer.text() line2!: string;

  static from(place: Place): AddressObjectDto {
    return {
      country: orBlank(place?.country),
      city: orBlank(place?.city),
      postalCode: orBlank(place?.postalCode),
      line1: orBlank(place?.line1),
      line2: orBlank(place?.line2),
    };
  }
}

export class DirectDebitObjectDto {
  @Answer.text() accountNumber!: string;
  @Answer.text() ownerName!: string;
  @Answer.text() street!: string;
  @Answer.text() cityAndPostalCode!: string;
  @Answer.text('Address at `Files/Files`') documentUrl!: string;

  static from(
    { directDebit, directDebitDocumentId }: UserProfile,
    links: FileLinks,
  ): DirectDebitObjectDto {
    return {
      accountNumber: orBlank(directDebit?.accountNumber),
      ownerName: orBlank(directDebit?.ownerName),
      street: orBlank(directDebit?.street),
      cityAndPostalCode: orBlank(directDebit?.cityAndPostalCode),
      documentUrl: links.document(directDebitDocumentId),
    };
  }
}

export class CardObjectDto {
  @Answer.text() cardNumber!: string;
  @Answer.flag() isBlocked!: boolean;

  static listOf({ cardNumber, cardBlocked }: UserProfile): CardObjectDto[] {
    return cardNumber === null ? [] : [{ cardNumber, isBlocked: cardBlocked }];
  }
}
