import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import { whoAsks, type Context } from '../../context.js';
import { keepReadings } from './keep-readings.js';

/** What mediators read jobseekers for unless they say otherwise. */
export const MEDIATION = 'arbeidsbemiddeling';

/** What a field is read for, as its argument says; none where that is what the request is for anyway. */
export const purposeOf = (purpose: string): string | undefined => (purpose === MEDIATION ? undefined : purpose);

/** `opvragen`: a register was asked about somebody; `overnemen`: what a source told was written down. */
export type Action = 'inzien' | 'zoeken' | 'matchen' | 'opvragen' | 'overnemen';

interface Reading {
  jobseekerId: string;
  action: Action;
  purpose: string;
  field: string;
}

/** One request's record of whose data it reads, and what for. */
export interface Readings {
  /** States what these people are read for in the rest of the request. @throws GraphQLError BAD_USER_INPUT when empty */
  purposeIs(purpose: string, jobseekerIds: readonly string[]): void;
  /** Records that a field is read. It is on record when the promise is kept, before which nothing may be told. */
  record(jobseekerId: string, field: string, action?: Action, purpose?: string): Promise<void>;
}

const stated = (purpose: string): string => {
  if (purpose.trim()) return purpose.trim();
  throw new GraphQLError('Ongeldige waarde voor purpose: noem het doel waarvoor u de gegevens nodig hebt.', {
    extensions: { code: 'BAD_USER_INPUT', argument: 'purpose' },
  });
};

export function readings(context: Context): Readings {
  const purposes = new Map<string, string>();
  const records = new DataLoader<Reading, true, string>(
    async (all) => {
      const { professionalId } = whoAsks(context);
      const at = context.clock.now();
      const perPerson = new Map<string, Omit<Reading, 'field'> & { fields: string[] }>();
      for (const { field, ...whose } of all) {
        const key = JSON.stringify(whose);
        const record = perPerson.get(key) ?? { ...whose, fields: [] };
        record.fields.push(field);
        perPerson.set(key, record);
      }
      await keepReadings(context.em, [...perPerson.values()], { at, byId: professionalId });
      return all.map(() => true);
    },
    { cacheKeyFn: (reading) => JSON.stringify(reading) },
  );
  return {
    purposeIs(purpose, jobseekerIds) {
      const clear = stated(purpose);
      for (const id of jobseekerIds) purposes.set(id, clear);
    },
    async record(jobseekerId, field, action = 'inzien', purpose) {
      const why = purpose === undefined ? (purposes.get(jobseekerId) ?? MEDIATION) : stated(purpose);
      await records.load({ jobseekerId, action, purpose: why, field });
    },
  };
}
