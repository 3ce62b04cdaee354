import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { RuleNotice } from '../../../payload.js';
import { RuleStep } from '../decision/rule-step.js';

export enum ApproachPurpose {
  ACQUISITION = 'ACQUISITION',
  SERVICE = 'SERVICE',
  NPS_FOLLOW_UP = 'NPS_FOLLOW_UP',
  AFTERCARE = 'AFTERCARE',
  EVENT = 'EVENT',
}
registerEnumType(ApproachPurpose, {
  name: 'ApproachPurpose',
  description: 'Doel van het benaderen van een werkgever.',
  valuesConfig: {
    ACQUISITION: { description: 'Acquisitie' },
    SERVICE: { description: 'Dienstverlening' },
    NPS_FOLLOW_UP: { description: 'Opvolging van NPS-feedback' },
    AFTERCARE: { description: 'Nazorg' },
    EVENT: { description: 'Evenement' },
  },
});

@ObjectType({
  description: 'Benaderadvies: wie u eerst spreekt en wat het benaderen van deze werkgever in de weg staat.',
})
export class ApproachAdvice {
  /** What the fields `openThreads` and `contactFirst` look up. */
  employerId!: string;
  contactFirstIds!: string[];
  @Field(() => Boolean, { description: 'Of de werkgever benaderd mag worden.' }) allowed!: boolean;
  @Field(() => Boolean, {
    description: 'Of het een eerste of hernieuwd contact is: geen contactmoment binnen de termijn van de regio.',
  })
  isNewOrRenewed!: boolean;
  @Field(() => [RuleNotice], { description: 'Wat het benaderen in de weg staat.' }) blocks!: RuleNotice[];
  @Field(() => [RuleStep], { description: 'De stappen van het advies.' }) steps!: RuleStep[];
  @Field(() => ID, {
    nullable: true,
    description: 'Kenmerk van de raadpleging, om bij het contactmoment te noemen; leeg bij alleen een vraag.',
  })
  consultationId!: string | null;
}
