import { v7, validate } from 'uuid';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome, type UserError } from '../../../payload.js';
import { countErrors, lengthErrors, unreadErrors, userError } from '../../../user-error.js';
import { CustomerTier } from '../../dossier/employer.js';
import { isBasic, ServiceProduct, ServiceProductSchema } from './service-product.js';
import type { ServiceProductInput } from './service-range-inputs.js';

const MOST_RELATED = 50;
/** Length from which a sentence of the internal story may not stand in the external one. */
const TELLING = 15;

const sentences = (story: string): string[] =>
  story
    .toLowerCase()
    .split(/[.!?\n]+/)
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one.length >= TELLING);

/** Refusal of an external story that tells what we expect ourselves. */
export function leaks(externalStory: string, internalStory: string): UserError[] {
  const told = externalStory.toLowerCase().replace(/\s+/g, ' ');
  return sentences(internalStory).some((one) => told.includes(one))
    ? [
        userError(
          'INTERNAL_IN_EXTERNAL',
          ['input', 'externalStory'],
          'De externe verhaallijn (externalStory) bevat een zin uit de interne (internalStory); die is niet voor werkgevers.',
          'R-127',
        ),
      ]
    : [];
}

/** Records a product of the service range; every tier keeps a basic package. */
export async function saveServiceProduct(em: EntityManager, input: ServiceProductInput): Promise<Outcome> {
  await em.execute("select pg_advisory_xact_lock(hashtext('service range'))");
  const all = await em.find(ServiceProduct, {}, { disableIdentityMap: true });
  const refuse = (code: string, field: keyof ServiceProductInput, message: string) =>
    userError(code, ['input', field], message, 'R-127');
  const before = input.id ? all.find(({ id }) => id === input.id) : null;
  if (input.id && !(validate(input.id) && before))
    return refused(refuse('UNKNOWN_PRODUCT', 'id', 'Dit product (id) bestaat niet.'));
  const unread = before ? unreadErrors(input.expectedVersion, before.version) : [];
  if (unread.length) return refused(...unread);
  const name = input.name.trim();
  const externalStory = input.externalStory.trim();
  const internalStory = input.internalStory.trim();
  const relatedToIds = [...new Set(input.relatedToIds ?? [])];
  const active = input.active ?? true;
  const tiers = isBasic(input) ? Object.values(CustomerTier) : [...new Set(input.tiers)];
  const others = all.filter((one) => one.active && one.id !== before?.id);
  const errors = [
    ...lengthErrors(['input', 'name'], 'De naam (name)', name, 3, 100),
    ...lengthErrors(['input', 'externalStory'], 'De externe verhaallijn (externalStory)', externalStory, 20, 4000),
    ...lengthErrors(['input', 'internalStory'], 'De interne verhaallijn (internalStory)', internalStory, 20, 4000),
    ...leaks(externalStory, internalStory),
    ...countErrors(['input', 'tiers'], 'lagen (tiers)', input.tiers, Object.keys(CustomerTier).length, 'R-127'),
    ...countErrors(['input', 'relatedToIds'], 'producten (relatedToIds)', input.relatedToIds, MOST_RELATED, 'R-127'),
    ...(tiers.length ? [] : [refuse('REQUIRED', 'tiers', 'Noem minstens één laag (tiers).')]),
    ...(active && others.some((one) => one.name.toLowerCase() === name.toLowerCase())
      ? [refuse('PRODUCT_EXISTS', 'name', 'Er is al een product met deze naam (name).')]
      : []),
    ...relatedToIds.flatMap((id, n) =>
      all.some((one) => one.id === id && one.id !== before?.id)
        ? []
        : [
            userError(
              'UNKNOWN_PRODUCT',
              ['input', 'relatedToIds', String(n)],
              'Dit product (relatedToIds) bestaat niet.',
              'R-127',
            ),
          ],
    ),
    ...((!active || !isBasic({ tiers })) && before?.active && isBasic(before) && !others.some(isBasic)
      ? [
          userError(
            'LAST_BASIC_PRODUCT',
            ['input', active ? 'tiers' : 'active'],
            `Elke werkgever krijgt een basispakket; dit is het laatste product daarvan (${active ? 'tiers' : 'active'}).`,
            'R-129',
          ),
        ]
      : []),
  ];
  if (errors.length) return refused(...errors);
  const said = { name, externalStory, internalStory, relatedToIds, tiers, active };
  const id = before?.id ?? v7();
  if (before) await em.nativeUpdate(ServiceProduct, { id }, { ...said, version: before.version + 1 });
  else await em.insert(ServiceProductSchema, { ...said, id, version: 1 });
  return written(id);
}
