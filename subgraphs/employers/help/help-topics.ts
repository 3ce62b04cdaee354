export interface HelpTopic {
  key: string;
  /** Other words that users ask it by. */
  also?: readonly string[];
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
    also: ['pitch', 'elevatorpitch', '15 seconden'],
    title: 'Salespitch: 15 seconden',
    nl: 'Wij helpen werkgevers die iedereen een eerlijke kans op werk gunnen. We adviseren over inclusief werkgeverschap en helpen nieuwe mensen te vinden, te kiezen en goed te laten landen. Zo houdt wie wat extra hulp nodig heeft een baan, en krijgt de werkgever vaste krachten.',
    en: 'We help employers who want to give everybody a fair chance of work: advice on inclusive employment, and help with finding, choosing and settling new people.',
  },
  {
    key: 'missie',
    also: ['mission statement'],
    title: 'Missie',
    nl: 'Een inclusieve arbeidsmarkt en een sterke regio, waarin nu en later iedereen werkt die dat wil en kan.',
    en: 'An inclusive labour market and a strong region, in which everybody works who can and wants to.',
  },
  {
    key: 'kloon',
    also: ['klonen', 'vacature klonen', 'kwartaal'],
    title: 'Vacature klonen',
    nl: 'Een vacature staat hoogstens één kwartaal open. Loopt de vraag door, maak dan een nieuwe vacature of kloon de oude: de kloon neemt de tekst over en begint met een eigen termijn en logboek.',
    links: ['manual', 'eLearning'],
  },
  {
    key: 'hoofd-accounthouder',
    also: ['hoofdaccounthouder', 'hoofdhouder'],
    title: 'Hoofd-accounthouder',
    nl: 'De hoofd-accounthouder is het aanspreekpunt van de werkgever, heeft de regie en is eindverantwoordelijk voor het dossier. Er is er één per werkgever in een regio. Met recent contact en een tevreden werkgever blijft dat zo; anders kan een collega het overnemen, na contact met de oude accounthouder. Hoe recent, stelt de regio vast.',
  },
  {
    key: 'accounthouder',
    also: ['accounthouderschap', 'hoofd-accounthouderschap', '(hoofd-)accounthouderschap', 'mede-accounthouder'],
    title: 'Accounthouder',
    nl: 'Een werkgever kan meer accounthouders hebben; elk van hen houdt het dossier juist en volledig. Een accounthouder toevoegen gaat in overleg, en iedereen die het aangaat krijgt bericht. Eén van hen is in een regio de hoofd-accounthouder.',
  },
  {
    key: 'overnemen',
    also: ['overname', 'account overnemen', 'opvolgen'],
    title: 'Een account overnemen',
    nl: 'Overnemen kan als in de termijn van de regio geen contactmoment is vastgelegd, of met instemming van de accounthouder. Neem bij een overname altijd contact op met de oude accounthouder. De beslissing laat stap voor stap zien waarom het wel of niet mag.',
  },
  {
    key: 'raadplegen',
    also: ['wbs raadplegen', 'acquisitie', 'marktbewerking'],
    title: 'Eerst raadplegen, dan benaderen',
    nl: 'Kijk in het dossier voordat u een werkgever benadert, zeker bij acquisitie. Hebt u nog geen contact, spreek dan eerst de hoofd-accounthouder in de regio. Van het raadplegen krijgt u een bewijs, dat bij het contactmoment hoort.',
  },
  {
    key: 'vervanger',
    also: ['waarnemer', 'afwezigheid', 'vervangers'],
    title: 'Vervanger',
    nl: 'Is een accounthouder er niet, dan neemt een collega uit het werkgeversproces de rol over. Wijs vervangers aan en meld tot en met welke dag u er niet bent; zij krijgen bericht.',
  },
  {
    key: 'nps',
    also: ['tevredenheid', 'net promoter score'],
    title: 'NPS (Net Promoter Score)',
    nl: 'Na sommige contactmomenten wordt de werkgever gevraagd hoe waarschijnlijk het is dat hij ons aanbeveelt, van 0 tot en met 10. De score is het aandeel dat 9 of 10 geeft min het aandeel dat 0 tot en met 6 geeft. Een ontevreden werkgever wordt opgevolgd.',
  },
  {
    key: 'sroi',
    also: ['social return', 'social return on investment'],
    title: 'Social return (SROI)',
    nl: 'Een opdrachtgever kan vragen dat een deel van de waarde van een opdracht ten goede komt aan mensen met een afstand tot werk. De verplichting en wat ervan is ingevuld staan in het dossier.',
  },
  {
    key: 'pso',
    also: ['prestatieladder', 'prestatieladder socialer ondernemen'],
    title: 'Prestatieladder Socialer Ondernemen (PSO)',
    nl: 'Keurmerk voor socialer ondernemen, van aspirant tot en met trede 3, ook als PSO 30+. Een certificaat geldt voor een periode; het dossier laat zien of het is verlopen.',
  },
  {
    key: 'portefeuillehouder',
    also: ['accountmanager'],
    title: 'Portefeuillehouder',
    nl: 'De accountmanager die de werkgevers van een branche of cluster onder zich heeft en hun klantteam leidt. Is een portefeuille vacant, dan spreekt u de leider van het klantteam, of anders het management.',
  },
  {
    key: 'basispakket',
    also: ['assortiment'],
    title: 'Basispakket',
    nl: 'De dienstverlening die iedere werkgever krijgt, welke laag hij ook heeft. Producten van het assortiment komen daar per laag bij.',
  },
  {
    key: 'klantpiramide',
    also: ['piramide', 'goud', 'zilver', 'brons'],
    title: 'Klantpiramide',
    nl: 'Een werkgever krijgt een laag in drie stappen: de pré-selectie, vier criteria die worden berekend, en vijf vragen over partnerschap. De laag bepaalt hoeveel persoonlijke dienstverlening erbij hoort; het basispakket is er voor iedereen.',
  },
  {
    key: 'handleiding',
    also: ['gsdo', 'e-learning', 'elearning', 'naslagwerk', 'handleiding wbs'],
    title: 'Handleiding, e-learning en naslagwerk',
    nl: 'De handleiding en e-learning leggen het werken met het dossier uit; achtergronden staan in GSDO.',
    links: ['manual', 'eLearning', 'gsdo'],
  },
  {
    key: 'account',
    also: ['account aanvragen', 'heractiveren', 'her-activering'],
    title: 'Account aanvragen of heractiveren, en training',
    nl: 'Vraag een nieuw account, het weer actief maken van een account of een training aan bij het supportadres.',
    support: true,
  },
  {
    key: 'support',
    also: ['vragen', 'vragenpostbus'],
    title: 'Vragen en support',
    nl: 'Stel vragen aan het supportadres. Bel alleen als het dringend is.',
    support: true,
    links: ['manual'],
  },
];
