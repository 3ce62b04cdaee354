import { SourceSystem, type FieldConflict, type FieldProvenance } from '../../provenance.js';
import type { JobseekersContext } from '../context.js';
import type { Jobseeker } from '../jobseeker/jobseeker.js';
import { freshnessOf, staleAfter } from './age.js';
import type { Asking } from './ask-source.js';
import type { Told } from './person-source.js';
import { registerByProfile, registerOf } from './register-of.js';

/** The fields that sources feed. */
export const FED = ['name', 'postcodeArea', 'availability', 'cv', 'benefits', 'targetGroupRegister'] as const;
type Fed = (typeof FED)[number];

const inWords = (registered: boolean | null): string =>
  registered === null ? 'niet bekend' : registered ? 'staat erin' : 'staat er niet in';

/**
 * Where the fields asked for come from, and how old they are; without those that nobody fed. A source is asked only for a
 * field of its own.
 */
export async function provenanceOf(
  context: JobseekersContext,
  jobseeker: Jobseeker,
  asking: Asking,
  fields?: readonly string[] | null,
): Promise<FieldProvenance[]> {
  const { clock, sourceRecordsOf, profileSeen, register, uwv } = context;
  const wanted = FED.filter((field) => !fields || fields.includes(field));
  const [records, seen] = await Promise.all([sourceRecordsOf.load(jobseeker.id), profileSeen.load(jobseeker.id)]);
  const person = records.find(({ source }) => source === SourceSystem.SONAR)?.retrievedAt ?? null;
  const aged = (retrievedAt: Date) => ({ retrievedAt, freshness: freshnessOf(retrievedAt, clock.now()) });
  const fed = (
    field: Fed,
    source: SourceSystem,
    { retrievedAt, freshness }: Pick<Told<unknown>, 'retrievedAt' | 'freshness'>,
    conflicts: FieldConflict[] = [],
  ): FieldProvenance => ({
    field,
    source,
    sourceRecordId: source === SourceSystem.SONAR ? jobseeker.sonarId : null,
    retrievedAt,
    staleAfter: staleAfter(retrievedAt),
    freshness,
    conflicts,
  });
  const fromSonar = (field: Fed, at: Date | null) => (at ? [fed(field, SourceSystem.SONAR, aged(at))] : []);

  const of: Record<Fed, () => Promise<FieldProvenance[]>> = {
    name: async () => fromSonar('name', person),
    postcodeArea: async () => fromSonar('postcodeArea', person ?? seen),
    availability: async () => fromSonar('availability', person ?? seen),
    cv: async () => fromSonar('cv', seen),
    async benefits() {
      const { told } = await uwv.load(asking);
      return told ? [fed('benefits', SourceSystem.UWV, told)] : [];
    },
    async targetGroupRegister() {
      const { told } = await register.load(asking);
      const byProfile = seen ? registerByProfile(jobseeker.inTargetGroupRegister, aged(seen)) : null;
      if (!told) return byProfile ? [fed('targetGroupRegister', SourceSystem.SONAR, aged(seen!))] : [];
      const { registered } = registerOf(told);
      const otherwise = byProfile && byProfile.registered !== registered;
      const conflicts = otherwise
        ? [{ source: SourceSystem.SONAR, value: inWords(byProfile.registered), retrievedAt: seen! }]
        : [];
      return [fed('targetGroupRegister', SourceSystem.DOELGROEPENREGISTER, told, conflicts)];
    },
  };
  return (await Promise.all(wanted.map((field) => of[field]()))).flat();
}
