import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { DateTime } from '../../../schema/scalars.js';
import type { Page } from '../../pages.js';
import type { EmployersContext } from '../context.js';
import { Employer } from '../dossier/employer.js';
import { Professional } from '../organisation/professional.js';
import { TimelineConnection } from './timeline-connection.js';
import { TimelineEntry, TimelineKind } from './timeline-entry.js';

@Resolver(() => Employer)
export class EmployerTimelineResolver {
  @FieldResolver(() => TimelineConnection, {
    description: 'Alles wat er rond deze werkgever gebeurde, uit alle onderdelen, nieuwste eerst.',
  })
  timeline(
    @Root() { id }: Employer,
    @Ctx() { timelineOfEmployer }: EmployersContext,
    @Arg('kinds', () => [TimelineKind], { nullable: true, description: 'Alleen deze soorten.' })
    kinds?: TimelineKind[] | null,
    @Arg('from', () => DateTime, { nullable: true, description: 'Vanaf dit moment.' }) from?: Date | null,
    @Arg('to', () => DateTime, { nullable: true, description: 'Tot dit moment; dat moment zelf niet.' })
    to?: Date | null,
    @Arg('includeChildren', () => Boolean, {
      defaultValue: false,
      description: 'Ook van de werkgevers die onder deze vallen: dochters, franchisenemers, locaties.',
    })
    includeChildren = false,
    @Arg('first', () => Int, { defaultValue: 50, description: 'Aantal: 1 tot en met 100.' }) first = 50,
    @Arg('after', () => String, { nullable: true, description: 'Cursor van de vorige bladzijde.' })
    after?: string | null,
  ): Promise<Page<TimelineEntry>> {
    return timelineOfEmployer({ kinds, from, to, includeChildren, first, after }).load(id);
  }
}

@Resolver(() => TimelineEntry)
export class TimelineEntryResolver {
  @FieldResolver(() => Employer, { nullable: true, description: 'De werkgever; leeg zolang die geen dossier heeft.' })
  employer(@Root() { employerId }: TimelineEntry, @Ctx() context: EmployersContext): Promise<Employer | null> {
    return context.employerById.load(employerId);
  }

  @FieldResolver(() => Professional, {
    nullable: true,
    description: 'Wie het deed; leeg bij een register of het systeem zelf.',
  })
  actor(@Root() { actorId }: TimelineEntry, @Ctx() context: EmployersContext): Promise<Professional | null> | null {
    return actorId ? context.professionalById.load(actorId) : null;
  }
}
