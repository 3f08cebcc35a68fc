import { Controller, Get } from '@nestjs/common';
import { Gyms } from '../partners/index.js';
import { EndUserOf, Tenant, type EndUser } from '../platform/http/declarations.js';
import { VisitChangesRepository } from '../visits/index.js';
import { Operation } from '../platform/http/operation.js';
import { Call, elements, elementsOf, InQuery, type Elements } from './call.js';
import { ClubVisitDto } from './dto/club-visit.dto.js';
import { RequestFields, QueryFields } from './fields.js';
import { refusal } from './refusals.js';
import { UserObjects } from './user-objects.js';
import { UsersApiErrors } from './users-api.errors.js';

const PAGES =
  '100 visits a page, ascending by `timestamp`: go on with the last one. Fewer than 100 are the last page. A visit comes again when the person leaves.';

/** Who was inside, in the order of changes: 100 after `timestamp` (`users-api.md` 5). */
@Controller('Api/Users/ClubVisits')
export class ClubVisitsController {
  constructor(
    private readonly visits: VisitChangesRepository,
    private readonly gyms: Gyms,
    private readonly users: UserObjects,
  ) {}

  @Operation('usersApi.clubVisits.listOfUser', {
    summary: 'List the visits of a user that changed after a timestamp',
    description: PAGES,
    answer: elementsOf(ClubVisitDto),
    errors: [UsersApiErrors.invalidPropertyId],
  })
  @Get()
  @Call('EMPLOYEE', 'END_USER')
  @InQuery('userId', 'required in employee mode; an end user sees only own visits', false)
  @InQuery('timestamp', 'of the last visit seen; 0 for all', false)
  async ofUser(
    @Tenant() partnerId: string,
    @EndUserOf() endUser: EndUser | undefined,
    @QueryFields() query: RequestFields,
  ): Promise<Elements<ClubVisitDto>> {
    const after = query.timestamp();
    const userId = endUser?.customerId ?? (await this.knownUser(partnerId, query.id('userId')));
    return this.page(partnerId, after, userId);
  }

  @Operation('usersApi.clubVisits.list', {
    summary: 'List the visits of all users that changed after a timestamp',
    description: PAGES,
    answer: elementsOf(ClubVisitDto),
  })
  @Get('All')
  @Call('EMPLOYEE')
  @InQuery('timestamp', 'of the last visit seen; 0 for all', false)
  async all(
    @Tenant() partnerId: string,
    @QueryFields() query: RequestFields,
  ): Promise<Elements<ClubVisitDto>> {
    return this.page(partnerId, query.timestamp());
  }

  private async knownUser(partnerId: string, userId: number): Promise<number> {
    if (await this.users.exists(partnerId, userId)) return userId;
    throw refusal(UsersApiErrors.invalidPropertyId, 'userId');
  }

  private async page(partnerId: string, after: number, userId?: number) {
    const visits = await this.visits.list(partnerId, after, userId);
    const gyms = await this.gyms.findEvenRemoved(partnerId, [
      ...new Set(visits.map(({ gymId }) => gymId)),
    ]);
    const byId = new Map(gyms.map((gym) => [gym.id, gym]));
    return elements(
      ...visits.flatMap((visit) => {
        const gym = byId.get(visit.gymId);
        return gym ? [ClubVisitDto.from(visit, gym)] : [];
      }),
    );
  }
}
