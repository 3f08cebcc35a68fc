import { kiosk } from './kiosk-words.en.js';
import type { Words } from './words.js';

export const en: Words = {
  lang: 'en',
  form: {
    email: 'E-mail',
    password: 'Password',
    firstName: 'First name',
    lastName: 'Last name',
    passwordHint: (minimum) => `At least ${minimum} characters. Long and unusual is best.`,
    terms: 'Terms',
    privacy: 'Privacy',
    somethingToFix: 'Please check:',
    help: 'Questions? Write to',
    problems: {
      emailMissing: 'Enter your e-mail.',
      emailInvalid: 'This does not look like an e-mail. Example: ana@example.com',
      passwordMissing: 'Enter a password.',
      passwordShort: 'This password is too short.',
      passwordLong: 'This password is too long: 128 characters at most.',
      passwordCommon: 'Many people use this password. Choose another one.',
      passwordIsEmail: 'Your password must not be your e-mail. Choose another one.',
      termsMissing: 'Please accept the terms to continue.',
      privacyMissing: 'Please confirm that you have read the privacy notice.',
      passwordSimple: 'Repetitions and rows of keys are easy to guess. Choose another password.',
      passwordPersonal:
        'Your name, your e-mail and the name of the gym are easy to guess. Choose another password.',
      nameInvalid: 'Enter at most 100 characters, without special signs.',
    },
  },
  join: {
    title: (partner) => `Create your account at ${partner}`,
    lead: 'One account, and your Wellhub membership opens the door.',
    button: 'Create account',
    haveAccount: 'Do you already have an account?',
    toLogIn: 'Log in',
  },
  logIn: {
    title: 'Log in',
    lead: (partner) => `Welcome back to ${partner}.`,
    leadWithLink: 'Log in to link your Wellhub membership.',
    button: 'Log in',
    refused: 'E-mail or password is not right. Try again, or have a link mailed to you.',
    toPassword: 'Forgot password?',
    newHere: 'New here?',
    toJoin: 'Create an account',
  },
  link: {
    title: 'Link your membership',
    question: (email) => `Link the Wellhub membership of ${email} to this account?`,
    questionWithoutEmail: 'Link this Wellhub membership to this account?',
    yes: 'Yes, link it',
    no: 'No',
    notYou: 'Not your account? Log out',
  },
  mail: {
    title: 'Forgot password?',
    lead: 'Enter your e-mail. We send you a link with which you choose a password.',
    button: 'Send me a link',
    sentTitle: 'Check your mail',
    sent: (email) => `We have sent a message to ${email}.`,
    sentAdvice: (minutes) => `Open the link in it within ${minutes} minutes to finish.`,
    sentMissing: 'Nothing there? Look into the spam folder, or go back and check the address.',
  },
  confirm: {
    passwordTitle: 'Choose a password',
    passwordLead: (email) => `For the account of ${email}.`,
    passwordButton: 'Save and continue',
    linkTitle: 'One last step',
    linkLead: (email) => `Confirm that ${email} is your e-mail.`,
    linkButton: 'Confirm',
  },
  agreements: {
    title: 'Please read and accept',
    lead: (partner) => `${partner} has a new text. Please read it and accept it.`,
    button: 'Accept and continue',
    later: 'Later',
    terms: { sentence: 'I accept the {link}.', link: 'terms and conditions' },
    privacy: { sentence: 'I have read the {link}.', link: 'privacy notice' },
  },
  code: {
    title: 'Your entry code',
    lead: 'Hold it in front of the reader at the door.',
    picture: 'QR code for the reader at the door',
    fresh: 'Show a new code',
    logOut: 'Log out',
    logIn: 'Log in',
    needsScript:
      'Your code changes every minute, so this page needs JavaScript. Please turn it on.',
    screen: {
      loading: 'Getting your code…',
      ready: 'Your code is ready.',
      renewed: 'Here is a new code.',
      next: 'New code in {seconds} s',
      renewing: 'Getting a new code…',
      ended: 'This code has ended.',
      offline: 'You are offline. A new code comes as soon as you are connected again.',
      unavailable: 'We cannot get a code right now. We keep trying.',
      disabled: 'Entry codes are switched off here. Please ask the front desk.',
      tooMany: 'That was a lot of codes in a short time. The next one comes in {seconds} s.',
      gone: 'This account cannot open the door at the moment. Please ask the front desk.',
      loggedOut: 'You have been logged out. Log in again to see your code.',
      openedIn: 'The door has opened. Welcome!',
      openedOut: 'The door has opened. See you soon!',
      CHECK_IN_FIRST: 'Check in in the Wellhub app first. Then this code opens the door.',
      RESTRICTED: 'Your access is restricted at the moment. Please ask at the front desk.',
      NO_CONTRACT: 'You have no current contract here. Please ask at the front desk.',
    },
    rules: {
      ACCESS_OUTSIDE_HOURS: 'Your plan does not include this time.',
      ACCESS_CLOSED_TODAY: 'The gym is closed now.',
      ACCESS_FULL: 'The gym is full; please wait a moment.',
      ACCESS_PLAN_NOT_INCLUDED: 'Your plan is not valid here.',
      opens: (moment) => `Open for you from ${moment}.`,
      inside: (now, most) => `Now ${now} of ${most} inside.`,
    },
  },
  wellhubId: {
    title: 'Add your Wellhub id',
    lead: 'With it your check-ins open the door. The front desk compares it with your Wellhub app once.',
    label: 'Wellhub id',
    hint: '13 digits. You find them in your profile in the Wellhub app.',
    button: 'Send to the front desk',
    back: 'Back to your code',
    waiting: (id) =>
      `You told us the Wellhub id ${id}. Show your Wellhub app at the front desk: they check it once.`,
    change: 'Correct it',
    problems: {
      empty: 'Enter your Wellhub id.',
      gpw: 'This is another id. The right one has 13 digits and no letters.',
      letters: 'A Wellhub id has digits only.',
      length: (digits) => `A Wellhub id has 13 digits. These are ${digits}.`,
    },
  },
  kiosk,
  errors: {
    linkInvalid: {
      title: 'This link does not work',
      text: (partner) =>
        `It may have been cut off on its way. Open the Wellhub app, choose ${partner} again and follow the link from there.`,
    },
    linkUsed: {
      title: 'This link was already used',
      text: (partner) =>
        `Your Wellhub membership is already linked at ${partner}. Log in to see your entry code.`,
    },
    linkExpired: {
      title: 'This link is too old',
      text: (partner) =>
        `For your safety it works only for a short time. Open the Wellhub app, choose ${partner} again and follow the new link.`,
    },
    tooManyAddresses: {
      title: 'Too many addresses',
      text: (partner) =>
        `This link was tried with too many e-mail addresses. Open the Wellhub app, choose ${partner} again and start with the new link.`,
    },
    paysDirectly: {
      title: 'You have a contract here',
      text: (partner) =>
        `You currently pay ${partner} directly, so your Wellhub membership is not linked. Your entry works as before. When your contract has ended, come back with a link from the Wellhub app.`,
    },
    otherAccount: {
      title: 'Linked to another account',
      text: (partner) =>
        `This Wellhub membership belongs to another account at ${partner}. Log in with that account, or ask the front desk. Nothing was changed.`,
    },
    otherMembership: {
      title: 'Another membership is linked',
      text: (partner) =>
        `Your account at ${partner} already has another Wellhub membership. If that is not right, ask the front desk. Nothing was changed.`,
    },
    disabled: {
      title: 'This account is closed',
      text: (partner) =>
        `Your account at ${partner} is switched off, so nothing can be linked to it. Please ask the front desk.`,
    },
    emailLinkInvalid: {
      title: 'This link no longer works',
      text: () =>
        'A link from our mail works once and for a short time. Ask for a new one on the log-in page.',
    },
  },
};
