import { Controller, Get } from '@nestjs/common';
import { EndUserOf, Tenant, type EndUser } from '../platform/http/declarations.js';
import { Operation } from '../platform/http/operation.js';
import { Call, elements, elementsOf, InQuery, type Elements } from './call.js';
import { UserObjectDto } from './dto/user-object.dto.js';
import { RequestFields, QueryFields } from './fields.js';
import { refusal } from './refusals.js';
import { UserObjects } from './user-objects.js';
import { isSearch, UserSearch } from './user-search.js';
import { UsersApiErrors } from './users-api.errors.js';

/** The record of a user, by id or by what else is known of the person (`users-api.md` 4.1). */
@Controller('Api/Users')
export class UsersController {
  constructor(
    private readonly users: UserObjects,
    private readonly searches: UserSearch,
  ) {}

  @Operation('usersApi.users.get', {
    summary: 'Read one user',
    description:
      'In end-user mode the own record. Without `userId` the criteria of a search count, and a user who is not the only one is not found.',
    answer: elementsOf(UserObjectDto),
    errors: [UsersApiErrors.invalidPropertyId],
  })
  @Get('User')
  @Call('EMPLOYEE', 'END_USER')
  @InQuery('userId', 'required in employee mode; an end user gets their own record', false)
  async user(
    @Tenant() partnerId: string,
    @EndUserOf() endUser: EndUser | undefined,
    @QueryFields() query: RequestFields,
  ): Promise<Elements<UserObjectDto>> {
    if (endUser) return elements(await this.users.read(partnerId, endUser.customerId));
    if (query.text('userId') === undefined && isSearch(query))
      return this.onlyOne(partnerId, query);
    const user = await this.users.find(partnerId, query.id('userId'));
    if (!user) throw refusal(UsersApiErrors.invalidPropertyId, 'userId');
    return elements(user);
  }

  @Operation('usersApi.users.search', {
    summary: 'Find users by e-mail, phone, card, personal id or user id',
    description:
      'Send at least one criterion; all that are sent must fit. Nobody found is an empty list. 100 users a page, ascending by `id`.',
    answer: elementsOf(UserObjectDto),
  })
  @Get('Search')
  @Call('EMPLOYEE')
  @InQuery('email', 'of the person or of their account', false)
  @InQuery('phone', 'also without its country code', false)
  @InQuery('cardNumber', 'of the membership card', false)
  @InQuery('personalId', 'the national id', false)
  @InQuery('userId', 'the `id` of the user', false)
  @InQuery('page', 'from 1; fewer than 100 users are the last page', false)
  async search(
    @Tenant() partnerId: string,
    @QueryFields() query: RequestFields,
  ): Promise<Elements<UserObjectDto>> {
    const found = await this.searches.find(partnerId, query, query.page());
    return elements(...(await this.users.list(partnerId, found)));
  }

  /** Older pages of the vendor find a user here by `email` or `personalId`: who is not the only one is not found. */
  private async onlyOne(partnerId: string, query: RequestFields): Promise<Elements<UserObjectDto>> {
    const found = await this.searches.find(partnerId, query, 1);
    return elements(...(found.length === 1 ? await this.users.list(partnerId, found) : []));
  }
}
