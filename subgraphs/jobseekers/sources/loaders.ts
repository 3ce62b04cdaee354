import type DataLoader from 'dataloader';
import type { Benefit, Bsn, Sonar, TargetGroupRegistration } from '../../../adapters/sonar/port.js';
import type { Context } from '../../context.js';
import { listBy } from '../../loaders.js';
import { personNumberOf } from '../personal-data/person-number-of.js';
import type { PersonNumbers } from '../personal-data/person-numbers.js';
import type { Readings } from '../personal-data/readings.js';
import { askSource, type Asking } from './ask-source.js';
import { benefitsSource, targetGroupSource, type SourceAnswer } from './person-source.js';
import { profileSeen } from './profile-seen.js';
import { SourceRecord } from './source-record.js';

/** The sources behind a jobseeker, each asked once per request at most. */
export interface SourceLoaders {
  /** Null: none is connected here. */
  sonar: Sonar | null;
  personNumberOf: DataLoader<string, Bsn | null>;
  sourceRecordsOf: DataLoader<string, SourceRecord[]>;
  profileSeen: DataLoader<string, Date | null>;
  register: DataLoader<Asking, SourceAnswer<TargetGroupRegistration | null>, string>;
  uwv: DataLoader<Asking, SourceAnswer<Benefit[]>, string>;
}

export function sourceLoaders(
  base: Context,
  readings: Readings,
  sonar: Sonar | null,
  numbers: PersonNumbers,
): SourceLoaders {
  const recordsOf = listBy(base.em, SourceRecord, 'jobseekerId', { source: 'asc' });
  const numberOf = personNumberOf(base.em, numbers);
  const surroundings = { ...base, sonar, personNumberOf: numberOf, recordsOf, readings };
  return {
    sonar,
    personNumberOf: numberOf,
    sourceRecordsOf: recordsOf,
    profileSeen: profileSeen(base.em),
    register: askSource(targetGroupSource, surroundings),
    uwv: askSource(benefitsSource, surroundings),
  };
}
