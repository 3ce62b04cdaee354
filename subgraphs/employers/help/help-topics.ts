export interface HelpTopic {
  key: string;
  title: string;
  nl: string;
  en?: string;
  /** Settings whose links belong to it. */
  links?: readonly ('manual' | 'eLearning' | 'gsdo')[];
  /** Whether the support address belongs to it. */
  support?: true;
}

/** What `help` tells, in our own words. */
export const helpTopics: readonly HelpTopic[] = [
  {
    key: 'salespitch',
    title: 'Salespitch: 15 seconden',
    nl: 'Wij helpen werkgevers die iedereen een eerlijke kans op werk gunnen. We adviseren over inclusief werkgeverschap en helpen nieuwe mensen te vinden, te kiezen en goed te laten landen. Zo houdt wie wat extra hulp nodig heeft een baan, en krijgt de werkgever vaste krachten.',
    en: 'We help employers who want to give everybody a fair chance of work: advice on inclusive employment, and help with finding, choosing and settling new people.',
  },
  {
    key: 'missie',
    title: 'Missie',
    nl: 'Een inclusieve arbeidsmarkt en een sterke regio, waarin nu en later iedereen werkt die dat wil en kan.',
    en: 'An inclusive labour market and a strong region, in which everybody works who can and wants to.',
  },
  {
    key: 'kloon',
    title: 'Vacature klonen',
    nl: 'Een vacature staat hoogstens één kwartaal open. Loopt de vraag door, maak dan een nieuwe vacature of kloon de oude: de kloon neemt de tekst over en begint met een eigen termijn en logboek.',
    links: ['manual', 'eLearning'],
  },
  {
    key: 'accounthouder',
    title: 'Accounthouder',
    nl: 'De hoofd-accounthouder is het aanspreekpunt van de werkgever en verantwoordelijk voor het dossier. Wie een half jaar geen contact had, kan worden opgevolgd, na overleg.',
  },
  {
    key: 'klantpiramide',
    title: 'Klantpiramide',
    nl: 'Een werkgever krijgt een laag in drie stappen: de pré-selectie, vier criteria die worden berekend, en vijf vragen over partnerschap. De laag bepaalt hoeveel persoonlijke dienstverlening erbij hoort; het basispakket is er voor iedereen.',
  },
  {
    key: 'handleiding',
    title: 'Handleiding, e-learning en naslagwerk',
    nl: 'De handleiding en e-learning leggen het werken met het dossier uit; achtergronden staan in GSDO.',
    links: ['manual', 'eLearning', 'gsdo'],
  },
  {
    key: 'account',
    title: 'Account aanvragen of heractiveren, en training',
    nl: 'Vraag een nieuw account, het weer actief maken van een account of een training aan bij het supportadres.',
    support: true,
  },
  {
    key: 'support',
    title: 'Vragen en support',
    nl: 'Stel vragen aan het supportadres. Bel alleen als het dringend is.',
    support: true,
    links: ['manual'],
  },
];
