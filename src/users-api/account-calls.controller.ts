import { Controller, Get, Post } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { UsersApiAccounts, type IssuedToken } from '../accounts/index.js';
import { Audit } from '../platform/audit/audit.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { invalid } from '../platform/errors/request-errors.js';
import { CallerOf, Tenant, type Caller } from '../platform/http/declarations.js';
import { Operation } from '../platform/http/operation.js';
import { Call, elements, elementsOf, InQuery, textsIn, type Elements } from './call.js';
import { HandedOutTokenDto, SentMailDto } from './dto/account-answers.dto.js';
import { UserObjectDto } from './dto/user-object.dto.js';
import { BodyFields, RequestFields, QueryFields } from './fields.js';
import {
  badEmail,
  hasPassword,
  noPassword,
  notMailed,
  notSignedUp,
  refusal,
  weakPassword,
} from './refusals.js';
import { UserObjects } from './user-objects.js';
import { UsersApiErrors } from './users-api.errors.js';

type ResetToken = Elements<HandedOutTokenDto>;
type User = Elements<UserObjectDto>;

const { userAlreadyExist, userNotFound, invalidToken, invalidPassword } = UsersApiErrors;
const { invalidFacebookUser, facebookNotAvailable } = UsersApiErrors;

/** The password and account calls (`users-api.md` 3): for software only. */
@Controller('Api/Users')
export class AccountCallsController {
  constructor(
    private readonly accounts: UsersApiAccounts,
    private readonly users: UserObjects,
    private readonly audit: Audit,
  ) {}

  @Operation('usersApi.users.signUp', {
    summary: 'Make an account without a password, and a token that sets one',
    description:
      'Everything stands in the query; a body is not read. The account joins the one customer with that e-mail, or a new one. The token lives 60 minutes, is good for one password and only for your key and its rotations. With `facebookToken` it is `SignUpWithFacebook`, and answers the user.',
    answer: elementsOf(HandedOutTokenDto, UserObjectDto),
    errors: [userAlreadyExist, invalidFacebookUser, facebookNotAvailable],
  })
  @Post('SignUp')
  @Call('EMPLOYEE')
  @InQuery('email', 'required without facebookToken', false)
  @InQuery('facebookToken', 'makes this call a SignUpWithFacebook', false)
  async signUp(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @QueryFields() query: RequestFields,
  ): Promise<ResetToken | User> {
    const email = query.text('email');
    if (query.text('facebookToken') !== undefined) {
      if (email === undefined) return this.signUpWithFacebook(partnerId, query);
      throw invalid({ path: 'facebookToken', detail: 'must not be sent together with email' });
    }
    const result = await this.accounts.signUp(partnerId, query.required('email'), caller.lineage);
    if (result.kind === 'TOKEN') return this.auditIssuedToken(partnerId, caller, result);
    throw result.kind === 'HAS_PASSWORD' ? hasPassword() : badEmail();
  }

  @Operation('usersApi.users.signUpWithFacebook', {
    summary: 'Make an account that logs in with Facebook',
    description:
      'Facebook is asked who the token is of. The account joins the one customer with that e-mail, or a new one. Without `FACEBOOK_APP_ID` every token is refused.',
    answer: elementsOf(UserObjectDto),
    errors: [userAlreadyExist, invalidFacebookUser, facebookNotAvailable],
  })
  @Post('SignUpWithFacebook')
  @Call('EMPLOYEE')
  @InQuery('facebookToken', 'of our app; it carries an e-mail')
  async signUpWithFacebook(
    @Tenant() partnerId: string,
    @QueryFields() query: RequestFields,
  ): Promise<User> {
    const token = query.required('facebookToken');
    const result = await this.accounts.signUpWithFacebook(partnerId, token);
    if (result.kind !== 'CUSTOMER') throw notSignedUp(result);
    return elements(await this.users.read(partnerId, result.customerId));
  }

  @Operation('usersApi.users.createResetToken', {
    summary: 'Make a token that sets a new password',
    description:
      'Earlier tokens of the account end. The audit log records that you were handed it.',
    answer: elementsOf(HandedOutTokenDto),
    errors: [userNotFound],
  })
  @Get('ResetPassword')
  @Call('EMPLOYEE')
  @InQuery('email', 'of an account')
  async resetToken(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @QueryFields() query: RequestFields,
  ): Promise<ResetToken> {
    const email = query.required('email');
    const result = await this.accounts.issueResetToken(partnerId, email, caller.lineage);
    if (result.kind === 'TOKEN') return this.auditIssuedToken(partnerId, caller, result);
    if (result.kind === 'BAD_EMAIL') throw badEmail();
    throw refusal(UsersApiErrors.userNotFound, 'email');
  }

  @Operation('usersApi.users.resetPassword', {
    summary: 'Set a password with a token',
    description:
      'All tokens of the person end, and they get a notice by mail. A password that is refused leaves the token usable.',
    answer: elementsOf(UserObjectDto),
    errors: [invalidToken, invalidPassword],
  })
  @Post('ResetPassword')
  @Call('EMPLOYEE')
  @ApiBody({ schema: textsIn('resetPasswordToken', 'password') })
  async resetPassword(
    @Tenant() partnerId: string,
    @CallerOf() { lineage }: Caller,
    @BodyFields() body: RequestFields,
  ): Promise<User> {
    const token = body.textOrElse('resetPasswordToken', '');
    const password = body.text('password') ?? '';
    const result = await this.accounts.resetPassword(partnerId, { token, password, lineage });
    if (result.kind === 'INVALID_TOKEN') throw new DomainError(UsersApiErrors.invalidToken);
    if (result.kind === 'WEAK_PASSWORD')
      throw password === '' ? noPassword() : weakPassword(result.detail);
    return elements(await this.users.read(partnerId, result.customerId));
  }

  @Operation('usersApi.users.sendResetMail', {
    summary: 'Mail a person a link to our page that sets a password',
    description: 'At most 5 mails to one address in an hour.',
    answer: elementsOf(SentMailDto),
    errors: [UsersApiErrors.emailTemplateNotDefined, UsersApiErrors.unableSendEmail, invalidToken],
  })
  @Get('SendEmailToResetPassword')
  @Call('EMPLOYEE')
  @InQuery('email', 'of an account')
  async sendEmailToResetPassword(
    @Tenant() partnerId: string,
    @CallerOf() { lineage }: Caller,
    @QueryFields() query: RequestFields,
  ): Promise<Elements<SentMailDto>> {
    const email = query.required('email');
    const result = await this.accounts.mailResetToken(partnerId, email, lineage);
    if (result !== 'SENT') throw notMailed(result);
    return elements({ ResultStatus: 'Success' });
  }

  /** A missing user name is judged like a wrong one, with the same work (U-26). */
  @Operation('usersApi.users.validateCredentials', {
    summary: 'Check the e-mail and password of a person',
    description:
      'Every refusal is the same, whatever is wrong. Ten failures for one account within 15 minutes lock it for your key.',
    answer: elementsOf(UserObjectDto),
    errors: [UsersApiErrors.invalidUserNameOrPassword, invalidPassword],
  })
  @Post('ValidateCredentials')
  @Call('EMPLOYEE')
  @ApiBody({ schema: textsIn('userName', 'password') })
  async validateCredentials(
    @Tenant() partnerId: string,
    @CallerOf() { lineage }: Caller,
    @BodyFields() body: RequestFields,
  ): Promise<User> {
    const password = body.text('password');
    if (password === undefined) throw noPassword();
    const email = body.text('userName') ?? '';
    const credentials = { email, password, source: lineage };
    const account = await this.accounts.logIn(partnerId, credentials);
    if (!account) throw new DomainError(UsersApiErrors.invalidUserNameOrPassword);
    return elements(await this.users.read(partnerId, account.customerId));
  }

  /** The token gives control over the account, so each one issued is audited. */
  private async auditIssuedToken(
    partnerId: string,
    { name }: Caller,
    { token, customerId }: IssuedToken,
  ): Promise<ResetToken> {
    await this.audit.recordOrFail({
      partnerId,
      actor: name,
      action: 'reset-token.handed-out',
      object: String(customerId),
    });
    return elements({ resetPasswordToken: token });
  }
}
