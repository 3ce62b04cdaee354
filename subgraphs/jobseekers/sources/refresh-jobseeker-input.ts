import { Field, ID, InputType } from 'type-graphql';
import { SourceSystem } from '../../provenance.js';
import { MEDIATION } from '../personal-data/readings.js';

@InputType({ description: 'Werkzoekende verversen: welke bronnen worden gevraagd.' })
export class RefreshJobseekerInput {
  @Field(() => ID, { description: 'De werkzoekende.' }) id!: string;
  @Field(() => [SourceSystem], {
    nullable: true,
    description: 'Welke bronnen: SONAR, DOELGROEPENREGISTER en UWV; anders alle drie.',
  })
  sources?: SourceSystem[] | null;
  @Field(() => String, { defaultValue: MEDIATION, description: 'Waarvoor u de gegevens nodig hebt.' })
  purpose!: string;
}
