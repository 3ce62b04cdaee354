import type { GraphQLError } from 'graphql';
import type { Benefit, Bsn, Sonar, TargetGroupRegistration } from '../../../adapters/sonar/port.js';
import type { Retrieved } from '../../../adapters/retrieved.js';
import { SourceSystem, type Freshness, type SourceStatus } from '../../provenance.js';

/** One register that is asked about one person. */
export interface PersonSource<T> {
  source: SourceSystem;
  /** As a sentence begins with it. */
  name: string;
  /** @throws PartnerError */
  ask(sonar: Sonar, bsn: Bsn): Promise<Retrieved<T>>;
}

export const targetGroupSource: PersonSource<TargetGroupRegistration | null> = {
  source: SourceSystem.DOELGROEPENREGISTER,
  name: 'Het doelgroepregister',
  ask: (sonar, bsn) => sonar.targetGroupRegistration(bsn),
};

export const benefitsSource: PersonSource<Benefit[]> = {
  source: SourceSystem.UWV,
  name: 'UWV',
  ask: (sonar, bsn) => sonar.benefits(bsn),
};

/** What a source said, and how old that is. */
export interface Told<T> {
  value: T;
  retrievedAt: Date;
  freshness: Freshness;
}

export interface SourceAnswer<T> {
  /** Null: nobody told us, now or before. That is never a no. */
  told: Told<T> | null;
  status: SourceStatus;
  /** Why nothing is told, when that is somebody's failure. */
  failure: GraphQLError | null;
}
