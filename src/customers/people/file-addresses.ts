import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';

/** Where the administration serves files: with a key that may read customers. */
@Injectable()
export class FileAddresses {
  private readonly base: string;

  constructor(settings: Settings) {
    this.base = `${settings.publicUrl}/admin/v1`;
  }

  ofCustomer(id: number, file: 'photo' | 'cover-photo' | 'direct-debit-document'): string {
    return `${this.base}/customers/${id}/${file}`;
  }

  ofContract(id: number): string {
    return `${this.base}/contracts/${id}/document`;
  }
}
