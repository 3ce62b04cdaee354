import type { Surroundings } from '../context.js';
import type { EventData } from '../events.js';
import { inOrder } from '../in-order.js';
import { prepared } from '../prepared.js';

/** How many are told of in one transaction. */
const AT_ONCE = 500;

/** What vacancies keeps of ours: the rows of which table, and under the names of the event what it tells of each. */
const standing = [
  {
    type: 'contact-person.saved',
    table: 'contact_person t',
    row: `t.employer_id as "employerId", t.id as "contactPersonId", t.active`,
  },
  {
    type: 'contact-person.erased',
    table: '(select * from contact_person where erased_at is not null) t',
    row: `t.employer_id as "employerId", array[t.employer_id]::text[] as "employerIds", t.id as "contactPersonId",
      'Eerder gewist.' as ground`,
  },
  {
    type: 'work-agreement.saved',
    table: 'work_agreement t',
    row: `t.employer_id as "employerId", t.id as "agreementId", t.kind, t.valid_from::text as "validFrom",
      t.valid_until::text as "validUntil"`,
  },
  {
    type: 'professional.changed',
    table: 'professional t',
    row: 't.id as "professionalId", t.active, t.version',
  },
] as const;

/**
 * Tells vacancies, when this subgraph starts, of what stood here before vacancies was told of such things: contact persons,
 * work agreements and professionals. Each is told of once in this way. Its row is held meanwhile, so that no
 * change of it is overtaken by what was so before.
 */
export async function tellWhatStands({ database, clock, publish }: Surroundings): Promise<void> {
  for (const { type, table, row } of standing)
    await inOrder(database, `tell ${type}`, async (em) => {
      const untold = await prepared<{ told_id: string } & EventData[typeof type]>(
        em,
        `select t.id::text as told_id, ${row} from ${table}
         where not exists (select from told where type = ? and told.id = t.id::text)
         order by t.id limit ${AT_ONCE} for share`,
        [type],
      );
      const when = { occurredOn: clock.today(), recordedAt: clock.now() };
      for (const { told_id: _, ...data } of untold)
        await publish(em, { type, ...when, actorId: null, data: data as EventData[typeof type], to: ['vacancies'] });
      const ids = untold.map(({ told_id }) => told_id);
      await prepared(em, 'insert into told (type, id) select ?, unnest(?::text[])', [type, ids]);
      return untold.length === AT_ONCE;
    });
}
