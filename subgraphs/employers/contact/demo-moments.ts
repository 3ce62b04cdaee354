import { testCompanies, vanGelderen } from '../../../demo/employers.js';
import { ContactMedium } from './contact-medium.js';

/** A contact moment of the demo. */
export interface DemoMoment {
  employerId: string;
  by: string;
  /** Days before today. */
  ago: number;
  type: number;
  medium: ContactMedium;
  subject: string;
  summary: string;
  /** Subject of the earlier moment this one follows. */
  follows?: string;
  followUp?: { title: string; ownerId: string; withinDays: number };
  /** What the employer answered five days later. */
  score?: number;
  comment?: string;
}

const { COMPANY_VISIT, VIDEO_CALL, PHONE, EMAIL, SOCIAL_MEDIA, EVENT, LETTER } = ContactMedium;
const [dagobert, donald, joyflex, bolderbast] = testCompanies.map(({ id }) => id) as [string, string, string, string];

/** Oldest first, so that a later moment can follow an earlier one. The two chauffeurs' moments retell the source's. */
export const demoMoments: DemoMoment[] = [
  {
    employerId: vanGelderen.id,
    by: 'prof-01',
    ago: 340,
    type: 1,
    medium: COMPANY_VISIT,
    subject: 'Kennismaking na verhuizing',
    summary:
      'Rondleiding op de nieuwe locatie. De planning groeit; vooral op de avondritten zoekt men vaste chauffeurs.',
  },
  {
    employerId: vanGelderen.id,
    by: 'prof-02',
    ago: 210,
    type: 8,
    medium: EVENT,
    subject: 'Banenmarkt logistiek',
    summary:
      'Van Gelderen stond met een kraam op de banenmarkt en sprak acht werkzoekenden; drie komen een dag meelopen.',
    score: 8,
  },
  {
    employerId: vanGelderen.id,
    by: 'prof-01',
    ago: 34,
    type: 2,
    medium: COMPANY_VISIT,
    subject: 'Opleidingstraject chauffeurs',
    summary:
      'Besproken hoe bijrijders en magazijnmedewerkers tot chauffeur kunnen worden opgeleid, en dat het WSP ook kandidaten zoekt die het vak willen leren. De branche vergoedt 65% voor doorstromers en 50% voor zij-instromers. Er komt een opzet voor een arrangement: vijf doorstromers van het bedrijf en vijf kandidaten van UWV.',
    followUp: { title: 'Opzet arrangement chauffeurs sturen', ownerId: 'prof-01', withinDays: 45 },
    score: 9,
    comment: 'Denkt echt mee over opleiden.',
  },
  {
    employerId: vanGelderen.id,
    by: 'prof-02',
    ago: 13,
    type: 3,
    medium: PHONE,
    subject: 'Voorstellen kandidaat-chauffeur',
    summary:
      'Een kandidaat met rijbewijs C voorgesteld; de planner wil kennismaken en verwacht snel te kunnen starten.',
    score: 10,
  },
  {
    employerId: vanGelderen.id,
    by: 'prof-01',
    ago: 6,
    type: 3,
    medium: PHONE,
    subject: 'Onderzoek aanbod chauffeurs C of CE',
    summary:
      'De voorgestelde kandidaat is vandaag begonnen. De werkgever moet opdrachten laten lopen door een tekort aan chauffeurs met C of CE en vraagt wie er bij UWV staat ingeschreven. Toegezegd: binnen een week bericht over mogelijke kandidaten.',
    follows: 'Voorstellen kandidaat-chauffeur',
    followUp: { title: 'Werkgever terugbellen over chauffeurs met C of CE', ownerId: 'prof-02', withinDays: 7 },
  },
  {
    employerId: dagobert,
    by: 'prof-01',
    ago: 290,
    type: 1,
    medium: PHONE,
    subject: 'Eerste gesprek over personeel',
    summary:
      'Kennisgemaakt met de bedrijfsleider. In het oogstseizoen is er steeds een tekort aan inpakkers en sorteerders.',
  },
  {
    employerId: dagobert,
    by: 'prof-13',
    ago: 150,
    type: 9,
    medium: EMAIL,
    subject: 'Werven over de grens',
    summary:
      'Uitgelegd hoe EURES helpt bij het werven in andere landen van de EU en welke ondersteuning er bij vestiging is.',
    score: 7,
  },
  {
    employerId: dagobert,
    by: 'prof-01',
    ago: 75,
    type: 3,
    medium: VIDEO_CALL,
    subject: 'Seizoenskrachten komend voorjaar',
    summary:
      'De vraag naar seizoenskrachten is in beeld gebracht: twaalf inpakkers vanaf mei, drie met heftruckcertificaat.',
    followUp: { title: 'Vacature inpakker met werkgever afstemmen', ownerId: 'prof-01', withinDays: 14 },
    score: 9,
  },
  {
    employerId: dagobert,
    by: 'prof-01',
    ago: 20,
    type: 7,
    medium: PHONE,
    subject: 'Inwerken van nieuwe inpakkers',
    summary: 'De bedrijfsleider vertelt dat het inwerken van nieuwe inpakkers veel tijd van de voorlieden vraagt.',
  },
  {
    employerId: dagobert,
    by: 'prof-01',
    ago: 18,
    type: 7,
    medium: EMAIL,
    subject: 'Inwerken nieuwe inpakkers',
    summary:
      'Per mail kwam een overzicht van het inwerkprogramma; de eerste twee dagen loopt iemand met een voorman mee.',
  },
  {
    employerId: donald,
    by: 'prof-04',
    ago: 260,
    type: 10,
    medium: COMPANY_VISIT,
    subject: 'Invulling social return',
    summary:
      'Afspraken gemaakt over de invulling van social return in het nieuwe contract; twee leerplekken in de kwekerij.',
  },
  {
    employerId: donald,
    by: 'prof-04',
    ago: 120,
    type: 2,
    medium: COMPANY_VISIT,
    subject: 'Leerplekken in de kwekerij',
    summary:
      'Gesproken over praktijkleren en begeleiding op de werkvloer; het bedrijf wil met twee leerlingen beginnen.',
    score: 9,
    comment: 'Duidelijke uitleg en een vast gezicht.',
  },
  {
    employerId: donald,
    by: 'prof-04',
    ago: 40,
    type: 7,
    medium: SOCIAL_MEDIA,
    subject: 'Nieuws van de kwekerij',
    summary:
      'Gereageerd op het bericht over de nieuwe kas; de werkgever verwacht daar in de zomer extra mensen nodig te hebben.',
  },
  {
    employerId: joyflex,
    by: 'prof-18',
    ago: 240,
    type: 2,
    medium: VIDEO_CALL,
    subject: 'Dienstverlening voor uitzendkrachten',
    summary:
      'Verteld wat het WSP voor uitzendbureaus doet; het bureau denkt na over vaste plekken voor een kleine groep.',
    score: 7,
  },
  {
    employerId: bolderbast,
    by: 'prof-12',
    ago: 310,
    type: 2,
    medium: COMPANY_VISIT,
    subject: 'Arrangement zorgassistenten',
    summary: 'Een arrangement verkend waarin tien mensen via een leerwerktraject als zorgassistent kunnen beginnen.',
    score: 9,
  },
  {
    employerId: bolderbast,
    by: 'prof-17',
    ago: 180,
    type: 5,
    medium: COMPANY_VISIT,
    subject: 'Taken anders verdelen in de wijkzorg',
    summary:
      'Met teamleiders de taken in de wijkzorg doorgelopen; het conceptadvies laat zien welke taken apart kunnen.',
    score: 8,
  },
  {
    employerId: bolderbast,
    by: 'prof-12',
    ago: 90,
    type: 7,
    medium: LETTER,
    subject: 'Uitnodiging werkgeversbijeenkomst',
    summary:
      'Per brief uitgenodigd voor de bijeenkomst over opleiden in de zorg; de directeur heeft toegezegd te komen.',
  },
  {
    employerId: bolderbast,
    by: 'prof-12',
    ago: 30,
    type: 3,
    medium: PHONE,
    subject: 'Terugkoppeling over kandidaten',
    summary:
      'De werkgever wachtte te lang op bericht over twee kandidaten. Excuses gemaakt en afgesproken wekelijks te bellen.',
    followUp: { title: 'Wekelijks bellen over de kandidaten', ownerId: 'prof-12', withinDays: 7 },
    score: 4,
    comment: 'Het duurde te lang voordat we iets hoorden.',
  },
];
