import type { EmployerTile } from './employer-tile.js';

export interface TileText {
  title: string;
  text: string;
  attention: string[];
  /** Code and Dutch name of what may be deployed. */
  tools: readonly (readonly [code: string, name: string])[];
}

/** The ten tiles of the work landscape for employers, in our own words. */
export const tileTexts: Record<EmployerTile, TileText> = {
  //
  PRECAUTION: {
    title: 'Voorzorg',
    text: 'Denk mee met de werkgever over zijn mensen van nu en straks: wie ondersteuning kan gebruiken, welke regelingen er zijn en wat er verandert. Zo groeit een relatie waar beide kanten op kunnen bouwen.',
    attention: ['Zet de vier routes naar duurzame inzetbaarheid op de agenda.', 'Spreek vaste aanspreekpunten af.'],
    tools: [
      ['MOBILITY', 'Route: mobiliteit binnen en buiten het bedrijf'],
      ['LIFESTYLE', 'Route: gezonde leefstijl'],
      ['RETRAINING', 'Route: scholing en omscholing'],
      ['WORK_ADAPTATION', 'Route: aanpassing van het werk'],
      ['HR_HELPDESK', 'Vraagbaak voor personeelsvragen'],
      ['DEBT_SUPPORT', 'Hulp bij schulden'],
      ['LANGUAGE_SUPPORT', 'Ondersteuning bij taal en rekenen'],
      ['WAGE_SUBSIDY', 'Loonkostensubsidie'],
      ['JOB_COACHING', 'Jobcoaching'],
      ['SECTOR_PLANS', 'Sectorplannen en subsidies'],
    ],
  },
  //
  EMPLOYER_CONTACT: {
    title: 'Werkgever contact',
    text: 'Leer het bedrijf kennen: wat het maakt, hoe het werkt en waar het heen wil. Ga langs op de werkvloer, haal de vraag achter de vraag op en verwijs door wat bij een ander hoort.',
    attention: [
      'Zoek het gedeelde belang: vestigen, groeien, personeel zoeken, innoveren of strategisch HRM.',
      'Stem af met gemeenten, UWV en WSP en benader de werkgever als één overheid.',
    ],
    tools: [
      ['EMPLOYER_PROFILE', 'Profiel van de werkgever'],
      ['EXAMPLE_STORIES', 'Voorbeelden van andere ondernemers'],
      ['PSO_SOCIAL_RETURN', 'PSO en social return'],
      ['JOB_CARVING', 'Functiecreatie en jobcarving'],
      ['CHANCE_SETTLE', 'Kans: het bedrijf wil zich vestigen'],
      ['CHANCE_GROW', 'Kans: het bedrijf wil groeien'],
      ['CHANCE_STAFF', 'Kans: het bedrijf zoekt personeel'],
      ['CHANCE_INNOVATE', 'Kans: het bedrijf wil innoveren'],
      ['CHANCE_HRM', 'Kans: strategisch HRM'],
      ['MARKET_APPROACH_PLAN', 'Marktwerkingsplan'],
    ],
  },
  //
  ORIENTATION: {
    title: 'Oriëntatie',
    text: 'Laat de werkgever zien welke vormen van inclusief ondernemen er zijn en welke stappen daarbij horen. Reken samen uit wat haalbaar is.',
    attention: ['Schets een eerlijk beeld.', 'Maak met de werkgever een stappenplan.'],
    tools: [
      ['INTERNSHIPS', 'Stage- en werkervaringsplekken'],
      ['SROI_POLICY', 'SROI-beleid en PSO'],
      ['INCLUSIVE_HR', 'Inclusief HR-beleid'],
      ['INCLUSIVE_MISSION', 'Inclusieve missie van het bedrijf'],
      ['CARER_FRIENDLY', 'Mantelzorgvriendelijke organisatie'],
      ['OPEN_HIRING', 'Open hiring'],
      ['STEP_PLAN', 'Stappenplan'],
    ],
  },
  //
  TRAINING: {
    title: 'Opleiden',
    text: 'Help de werkgever en zijn leidinggevenden aan de kennis om mensen met een ondersteuningsvraag goed op te vangen en te laten groeien.',
    attention: ['Kijk welke sectorplannen de opleiding kunnen dragen.'],
    tools: [
      ['HARRIE', 'HARRIE-training'],
      ['MENTORWIJS', 'Mentorwijs'],
      ['DEVELOPMENT_LEADERSHIP', 'Ontwikkelingsgericht leidinggeven'],
      ['SECTOR_PLANS', 'Sectorplannen'],
      ['COLLEAGUE_INFORMATION', 'Collega’s voorbereiden'],
      ['INCLUSIVE_HR', 'Inclusief HR-beleid'],
    ],
  },
  //
  CANDIDATE_FIT: {
    title: 'Kandidaat fit',
    text: 'Ga na of de werkgever klaar is voor de kandidaat: wil hij het, kan hij het en wat staat nog in de weg?',
    attention: ['Kijk naar motivatie, vaardigheden en belemmeringen.', 'Plaatsen kan ook terwijl iemand nog leert.'],
    tools: [
      ['IPS', 'Individuele plaatsing en steun (IPS)'],
      ['OPEN_HIRING', 'Open hiring'],
      ['SUPPORT_SURVEY', 'Draagvlakonderzoek'],
      ['JOB_CARVING', 'Jobcarving'],
      ['JOB_COACHING', 'Jobcoaching'],
      ['INCLUSIVE_ORGANISATION', 'Inclusieve arbeidsorganisatie'],
    ],
  },
  WORK_PROFILE: {
    title: 'Opstellen werkprofiel',
    text: 'Vertaal de vacature naar wat iemand moet kunnen en graag doet, met oog voor de werkomgeving. Beoordeel daarna of onze kandidaten passen of dat een ander kanaal beter is.',
    attention: ['Kijk ook naar banen die nog moeten ontstaan.'],
    tools: [
      ['COVENANT', 'Samenwerkingsconvenant'],
      ['COMPETENCE_PROFILE', 'Vacature in competenties'],
      ['JOB_CARVING', 'Jobcarving'],
      ['WORKPLACE_ADVICE', 'Advies over de werkplek'],
      ['REGULAR_CHANNELS', 'Verwijzing naar andere kanalen'],
    ],
  },
  RECRUITMENT_SELECTION: {
    title: 'Werving en selectie',
    text: 'Spreek af hoe en wanneer er wordt geselecteerd en hoeveel mensen u voorstelt. Zoek wie past, of wie ernaartoe kan en wil groeien.',
    attention: ['Bespreek de vacature met de kandidaat voordat u iemand voorstelt.'],
    tools: [
      ['OPEN_VACANCY', 'Vacature openstellen'],
      ['MEETINGS', 'Ontmoetingen organiseren'],
      ['MATCHING_CONSULTATION', 'Matchingsoverleg'],
      ['DIGITAL_SELECTION', 'Digitaal selecteren'],
      ['PERSONAL_MATCHING', 'Persoonlijk matchen'],
    ],
  },
  MEDIATION: {
    title: 'Bemiddeling',
    text: 'Stel passende kandidaten voor en houd contact over het verloop. De werkgever kiest; u zorgt dat bekend is wat iemand nodig heeft.',
    attention: ['Vraag bij elke keuze waarom; daar leert de werkzoekende van.'],
    tools: [
      ['PROPOSE_CANDIDATES', 'Kandidaten voordragen'],
      ['SPEED_DATES', 'Speeddates'],
      ['JOB_INTERVIEWS', 'Sollicitatiegesprekken'],
      ['SUPPORT_FACILITIES', 'Ondersteunende voorzieningen bespreken'],
      ['FEEDBACK', 'Terugkoppeling met motivatie'],
    ],
  },
  PLACEMENT: {
    title: 'Plaatsing',
    text: 'Bespreek met werkgever en werknemer wat de plaatsing doet slagen en wat haar kan laten mislukken. Leg vast wie wat doet, ook daarna.',
    attention: ['Stem instrumenten af met de gemeenten om u heen.', 'Betrek de werknemer bij de afspraken.'],
    tools: [
      ['WAGE_SUBSIDY', 'Loonkostensubsidie'],
      ['WAGE_BENEFIT', 'Loonkostenvoordeel'],
      ['TRIAL_PLACEMENT', 'Proefplaatsing'],
      ['WORKPLACE_ADAPTATION', 'Aanpassing van de werkplek'],
      ['JOB_COACHING', 'Jobcoaching'],
      ['RISK_OVERVIEW', 'Overzicht van valkuilen'],
    ],
  },
  AFTERCARE: {
    title: 'Nazorg',
    text: 'Blijf in beeld na de start: bel, kom langs en grijp in als het schuurt. Hoe vaak en hoe lang hangt af van wat nodig is.',
    attention: ['Reageer snel op een probleem.', 'Evalueer hoe de plaatsing loopt.'],
    tools: [
      ['REGULAR_CONTACT', 'Vaste contactmomenten'],
      ['JOB_COACHING', 'Jobcoaching'],
      ['DEBT_SUPPORT', 'Hulp bij schulden'],
      ['LEGISLATION_NEWS', 'Nieuws over wetten en fiscale voordelen'],
      ['EVALUATION', 'Evaluatie van de plaatsing'],
    ],
  },
};
