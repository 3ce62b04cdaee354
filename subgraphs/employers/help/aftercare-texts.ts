import type { AftercareTopic } from './aftercare-topic.js';

export interface AftercareText {
  title: string;
  /** As it stands within a sentence. */
  inSentence: string;
  text: string;
}

/**
 * What an employer is told in aftercare, in our own words. What holds now changes each year: the texts name who
 * publishes it, and no amounts, dates or addresses that would age.
 */
export const aftercareTexts: Record<AftercareTopic, AftercareText> = {
  LAW: {
    title: 'Wetgeving',
    inSentence: 'wetgeving',
    text: 'Wetten over werk, ziekte en ondersteuning op de werkplek veranderen regelmatig. Wat nu geldt, leest u bij de Rijksoverheid en bij UWV. Wij nemen graag door wat het voor u betekent.',
  },
  FISCAL_BENEFITS: {
    title: 'Fiscale voordelen',
    inSentence: 'fiscale voordelen',
    text: 'Wie iemand uit een doelgroep in dienst heeft, krijgt mogelijk een tegemoetkoming in de loonkosten. De voorwaarden wisselen; de actuele regels staan bij de Belastingdienst en bij UWV. Vraag uw salarisadministratie of alles is aangevraagd.',
  },
  SOCIAL_RETURN: {
    title: 'Social return (SROI)',
    inSentence: 'social return',
    text: 'Vraagt een opdrachtgever social return, dan telt een medewerker die via ons begon mogelijk mee. De actuele regels kent het bureau social return van de gemeente of de aanbestedende dienst. Wij helpen bij de onderbouwing.',
  },
  SUSTAINABLE_EMPLOYABILITY: {
    title: 'Duurzame inzetbaarheid',
    inSentence: 'duurzame inzetbaarheid',
    text: 'Gezond aan het werk blijven vraagt aandacht voor leefstijl, scholing, passend werk en de stap naar ander werk. Regelingen wisselen; wat er nu is, vindt u bij het ministerie van Sociale Zaken en Werkgelegenheid en uw brancheorganisatie.',
  },
};

/** What stands around the topics. */
export const aftercareFrame = {
  subject: (topics: string) => `Wat er verandert voor u als werkgever: ${topics}`,
  /** The full name: it tells nothing of sex or title, and neither do we. */
  salutation: (name: string) => `Beste ${name},`,
  opening: (employer: string, topics: string) =>
    `Ook na de start van een nieuwe medewerker bij ${employer} houden wij u op de hoogte, deze keer over ${topics}.`,
  closing:
    'Loopt er iets niet zoals u hoopte, of hebt u een vraag? Laat het mij weten, dan pakken wij het snel samen op.',
  greeting: 'Met vriendelijke groet,',
  taskTitle: (topics: string) => `Nazorg: werkgever informeren over ${topics}`,
};
