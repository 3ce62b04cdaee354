import { GraphQLError } from 'graphql';
import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql';
import type { KvkSearch } from '../../../../adapters/kvk/port.js';
import { PartnerError } from '../../../../adapters/partner-error.js';
import { EstablishmentNumber, KvkNumber } from '../../../../schema/scalars.js';
import { inItsWords } from '../../../partner-failure.js';
import { Freshness, SourceStatus, SourceSystem } from '../../../provenance.js';
import type { EmployersContext } from '../../context.js';
import { Employer } from '../employer.js';
import { employerId } from '../employer-id.js';
import { keptFor } from '../kept-for.js';

export enum RegisterHitType {
  MAIN_ESTABLISHMENT = 'MAIN_ESTABLISHMENT',
  BRANCH = 'BRANCH',
  LEGAL_PERSON = 'LEGAL_PERSON',
}
registerEnumType(RegisterHitType, {
  name: 'RegisterHitType',
  description: 'Soort treffer in het Handelsregister.',
  valuesConfig: {
    MAIN_ESTABLISHMENT: { description: 'Hoofdvestiging' },
    BRANCH: { description: 'Nevenvestiging' },
    LEGAL_PERSON: { description: 'Rechtspersoon' },
  },
});

@ObjectType({ description: 'Treffer in het Handelsregister.' })
export class RegisterHit {
  @Field(() => KvkNumber, { description: 'KvK-nummer.' }) kvkNumber!: string;
  @Field(() => EstablishmentNumber, { nullable: true, description: 'Vestigingsnummer.' }) establishmentNumber?:
    string | null;
  @Field(() => String, { description: 'Naam.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Plaats.' }) city?: string | null;
  @Field(() => RegisterHitType, { description: 'Soort treffer.' }) type!: RegisterHitType;
  @Field(() => Boolean, { description: 'Of de inschrijving actief is.' }) active!: boolean;
}

@ObjectType({ description: 'Uitkomst van zoeken in het Handelsregister.' })
export class RegisterSearchResult {
  @Field(() => Int, { nullable: true, description: 'Aantal gevonden; leeg als het register niet antwoordt.' }) total?:
    number | null;
  @Field(() => Int, { description: 'Bladzijde, vanaf 1.' }) page!: number;
  @Field(() => [RegisterHit], { nullable: true, description: 'Treffers; leeg als het register niet antwoordt.' })
  items?: RegisterHit[] | null;
  @Field(() => SourceStatus, { description: 'Stand van het register.' }) status!: SourceStatus;
}

@ArgsType()
class RegisterSearchArgs {
  @Field(() => String, { nullable: true, description: 'Naam, in hele woorden.' }) name?: string | null;
  @Field(() => String, { nullable: true, description: 'Plaats.' }) place?: string | null;
  @Field(() => String, { nullable: true, description: 'Postcode, bijvoorbeeld 3011AB; samen met houseNumber.' })
  postcode?: string | null;
  @Field(() => Int, { nullable: true, description: 'Huisnummer, bij een postcode.' }) houseNumber?: number | null;
  @Field(() => KvkNumber, { nullable: true, description: 'KvK-nummer.' }) kvkNumber?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Ook inschrijvingen die zijn beëindigd.' })
  includeInactive!: boolean;
  @Field(() => Int, { defaultValue: 1, description: 'Bladzijde van 25 treffers, vanaf 1.' }) page!: number;
}

const PAGE_SIZE = 25;

function toSearch({
  name,
  place,
  postcode,
  houseNumber,
  kvkNumber,
  includeInactive,
  page,
}: RegisterSearchArgs): KvkSearch {
  if (!name && !place && !postcode && !kvkNumber) {
    throw new GraphQLError('Geef ten minste een naam, plaats, postcode met huisnummer of KvK-nummer.', {
      extensions: { code: 'BAD_USER_INPUT', argument: 'name' },
    });
  }
  if (page < 1 || page > 40)
    throw new GraphQLError('Ongeldige waarde voor page: kies 1 tot en met 40; KvK geeft hoogstens 1000 treffers.', {
      extensions: { code: 'BAD_USER_INPUT', argument: 'page' },
    });
  return {
    ...(name ? { name } : {}),
    ...(place ? { city: place } : {}),
    ...(postcode ? { postcode: postcode.replace(/\s/g, '').toUpperCase() } : {}),
    ...(houseNumber ? { houseNumber } : {}),
    ...(kvkNumber ? { kvkNumber } : {}),
    includeInactive,
    page,
    pageSize: PAGE_SIZE,
  };
}

@Resolver(() => RegisterHit)
export class RegisterSearchResolver {
  @Query(() => RegisterSearchResult, {
    description: 'Zoekt in het Handelsregister van KvK, om een dossier te openen dat er nog niet is.',
  })
  async searchRegister(
    @Args(() => RegisterSearchArgs) args: RegisterSearchArgs,
    @Ctx() { kvk }: EmployersContext,
  ): Promise<RegisterSearchResult> {
    const { page } = args;
    try {
      const { value, retrievedAt, freshness } = await kvk.search(toSearch(args));
      const items = value.hits.map((hit) => ({ ...hit, type: RegisterHitType[hit.kind] }));
      return {
        total: value.total,
        page,
        items,
        status: { source: SourceSystem.KVK, freshness: Freshness[freshness], retrievedAt, message: null },
      };
    } catch (error) {
      if (!(error instanceof PartnerError)) throw error;
      const status = {
        source: SourceSystem.KVK,
        freshness: Freshness.UNAVAILABLE,
        retrievedAt: null,
        message: inItsWords(error),
      };
      return { total: null, page, items: null, status };
    }
  }

  @FieldResolver(() => Employer, { nullable: true, description: 'Het dossier, als dat er al is.' })
  async dossier(@Root() hit: RegisterHit, @Ctx() context: EmployersContext): Promise<Employer | null> {
    const { employerById } = context;
    const [ofEstablishment, ofCompany] = await Promise.all([
      hit.establishmentNumber ? employerById.load(employerId(hit.kvkNumber, hit.establishmentNumber)) : null,
      employerById.load(employerId(hit.kvkNumber)),
    ]);
    const found = ofEstablishment ?? ofCompany;
    return found && keptFor(found, context);
  }
}
