import { demoFacts } from '../../../adapters/werknl/demo-facts.js';
import { werkNlClient, type WerkNlClientOptions } from '../../../adapters/werknl/client.js';
import { startWerkNlFake, type WerkNlFake } from '../../../adapters/werknl/fake.js';
import type { WerkNl } from '../../../adapters/werknl/port.js';
import { silent } from '../../../runtime/log.js';
import { openVacancies } from '../../../subgraphs/vacancies/open-vacancies.js';
import { until } from '../../until.js';
import { alone, type Alone, type AloneOptions } from '../alone.js';

export interface VacanciesAlone extends Alone {
  fake: WerkNlFake;
  /** Waits until werk.nl was told all there is to tell. */
  delivered(): Promise<void>;
}

/** werk.nl's client of the fake, which does not keep its breaker open for long. */
export const clientOf = (fake: WerkNlFake, options: Partial<WerkNlClientOptions> = {}) =>
  werkNlClient({
    delivery: { baseUrl: fake.url },
    vum: { baseUrl: `${fake.url}/api/v3`, fromOin: '00000000000000004000', toOin: '00000000000000004104' },
    sender: { oin: '00000000000000004000', name: 'Werkgeversservicepunt', contactName: 'Vacatureteam' },
    // Long, so that a busy machine is not taken for a silent werk.nl; tests of silence set their own.
    deadlineMs: 10_000,
    halfOpenAfterMs: 20,
    log: silent,
    ...options,
  });

/** The vacancies subgraph alone, with werk.nl's fake beside it. `between` stands between the two. */
export async function vacanciesAlone({
  between = (werkNl) => werkNl,
  client,
  ...options
}: AloneOptions & {
  between?: (werkNl: WerkNl) => WerkNl;
  client?: Partial<WerkNlClientOptions>;
} = {}): Promise<VacanciesAlone> {
  const fake = await startWerkNlFake({ port: 0, facts: demoFacts });
  const werkNl = clientOf(fake, client);
  const one = await alone((common) => openVacancies({ ...common, werkNl: between(werkNl) }), options);
  const delivered = () =>
    until(async () => !(await one.outbox.waiting('vacancies')) && !(await one.outbox.waiting('vacancies-werknl')));
  await delivered();
  return {
    ...one,
    fake,
    delivered,
    async close() {
      await one.close();
      await werkNl.close();
      await fake.stop();
    },
  };
}
