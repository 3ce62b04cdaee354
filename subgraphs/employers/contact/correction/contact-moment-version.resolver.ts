import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EmployersContext } from '../../context.js';
import { Professional } from '../../organisation/professional.js';
import { ContactMomentType } from '../contact-moment-type.js';
import { ContactMomentVersion } from './contact-moment-version.js';
import { ContactMoment } from '../contact-moment.js';
import { summaryTemplate } from '../check/summary-templates.js';

@Resolver(() => ContactMomentVersion)
export class ContactMomentVersionResolver {
  @FieldResolver(() => Professional, { description: 'Wie deze tekst vastlegde.' })
  by(@Root() { byId }: ContactMomentVersion, @Ctx() context: EmployersContext): Promise<Professional | null> {
    return context.professionalById.load(byId);
  }

  @FieldResolver(() => ContactMoment, {
    description: 'Het contactmoment waar deze tekst van is; een ander dan gevraagd als het ermee is samengevoegd.',
  })
  contactMoment(
    @Root() { contactMomentId }: ContactMomentVersion,
    @Ctx() { contactMomentById }: EmployersContext,
  ): Promise<ContactMoment | null> {
    return contactMomentById.load(contactMomentId);
  }
}

@Resolver(() => ContactMomentType)
export class ContactMomentTypeResolver {
  @FieldResolver(() => String, { description: 'Sjabloon voor het verslag: kopjes, één per regel, om in te vullen.' })
  summaryTemplate(@Root() { number }: ContactMomentType): string {
    return summaryTemplate(number);
  }
}
