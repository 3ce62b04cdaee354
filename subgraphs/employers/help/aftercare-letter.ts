import { Field, ObjectType } from 'type-graphql';
import type { ContactPerson } from '../dossier/contact-person.js';
import type { Employer } from '../dossier/employer.js';
import type { Organisation } from '../organisation/organisation.js';
import type { Professional } from '../organisation/professional.js';
import { aftercareFrame, aftercareTexts } from './aftercare-texts.js';
import { AftercareTopic } from './aftercare-topic.js';

@ObjectType({ description: 'Nazorgbrief: sjabloon van een mail aan de werkgever, ingevuld met wat bekend is.' })
export class AftercareLetter {
  @Field(() => String, { description: 'Onderwerp van de mail.' }) subject!: string;
  @Field(() => String, { description: 'Tekst van de mail, met een lege regel tussen de alinea’s.' }) body!: string;
  @Field(() => [AftercareTopic], { description: 'De onderwerpen, in de volgorde van de tekst.' })
  topics!: AftercareTopic[];
}

/** Between whom the letter goes. */
export interface Correspondents {
  employer: Employer;
  person: ContactPerson;
  sender: Professional;
  organisation: Organisation | null;
}

const list = new Intl.ListFormat('nl', { type: 'conjunction' });

/** The topics as part of a sentence: `wetgeving en social return`. */
export const topicsInDutch = (topics: readonly AftercareTopic[]): string =>
  list.format(topics.map((topic) => aftercareTexts[topic].inSentence));

/** The mail that informs an employer in aftercare of what changes, signed by who is to send it. */
export function aftercareLetter(
  { employer, person, sender, organisation }: Correspondents,
  topics: readonly AftercareTopic[],
): AftercareLetter {
  const told = topicsInDutch(topics);
  return {
    subject: aftercareFrame.subject(told),
    body: [
      aftercareFrame.salutation(person.name),
      aftercareFrame.opening(employer.name, told),
      ...topics.map((topic) => `${aftercareTexts[topic].title}\n${aftercareTexts[topic].text}`),
      aftercareFrame.closing,
      [
        aftercareFrame.greeting,
        sender.name,
        ...(organisation ? [organisation.name] : []),
        ...(sender.phone ? [`Telefoon: ${sender.phone}`] : []),
        ...(sender.email ? [`E-mail: ${sender.email}`] : []),
      ].join('\n'),
    ].join('\n\n'),
    topics: [...topics],
  };
}
