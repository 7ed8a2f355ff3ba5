import type { access as ko } from '../ko/access.ts';
import type { Localized } from '../localized.ts';

export const access: Localized<typeof ko> = {
  signIn: 'Sign in',
  signOut: 'Sign out',
  email: 'Email',
  password: 'Password',
  tagline: 'Weighed before it is changed, measured after.',
  signingIn: 'Signing in',
  wrong: 'Email or password is not right. Your email is kept.',
  limited: 'Too many wrong attempts. Try again in {{seconds}} seconds.',
  limitedUnknown: 'Too many wrong attempts. Try again in about a minute.',
  offline: 'The server cannot be reached. Check the network and try again.',
  failed: 'Signing in did not work. Try again in a moment.',
  emailNeeded: 'Enter your email.',
  passwordNeeded: 'Enter your password.',
  demoTitle: 'Demo accounts',
  demoHint: 'press a number to go in',
  role: {
    operator: 'Operator',
    store_manager: 'Store manager',
    marketer: 'Marketer',
    ml_engineer: 'ML engineer',
    analyst: 'Analyst',
    admin: 'Administrator',
  },
  notAllowedTitle: 'You may not open this page',
  notAllowedBody: 'The role {{role}} lacks the permission “{{permission}}”. Ask an administrator if you need it.',
};
