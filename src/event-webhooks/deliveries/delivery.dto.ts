import { Instant, OneOf } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { DELIVERY_STATES, type Delivery, type DeliveryState } from './delivery-log.repository.js';

export class DeliveriesQuery extends PageQuery {
  @OneOf(DELIVERY_STATES, { optional: true })
  state?: DeliveryState;
}

export class ReplayQuery {
  @Instant({ description: 'everything stored since then is sent again' })
  from!: Date;
}

export class DeliveryDto {
  static from({ createdMicros: _place, ...shown }: Delivery) {
    return shown;
  }
}
