import { z } from 'zod';

/** What the environment sets: a variable that stands there empty is not set. */
export const filledIn = (env: NodeJS.ProcessEnv): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

export const webAddress = z.url({ protocol: /^https?$/, error: 'is geen http(s)-adres' });

/** Milliseconds in which another must have answered. */
export const deadline = z.coerce
  .number({ error: 'is geen getal' })
  .int('is geen geheel getal')
  .min(50, 'is minstens 50')
  .max(60_000, 'is hoogstens 60000');
