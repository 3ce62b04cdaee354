/**
 * The code list of the regional agreements, whose NPS column is headed 2020. Never changed: a later
 * list comes beside it with its own first day. `whenToUseNl` paraphrases the source.
 */
export interface TypeOf2020 {
  number: number;
  name: string;
  nameNl: string;
  mutation: 'NEW' | 'EXISTING';
  npsSurvey: 'YES' | 'NO' | 'YES_WITH_NOTE';
  municipalitiesOnly: boolean;
  whenToUse: string;
  whenToUseNl: string;
  registeredByOwnRole: 'IAA_ADVISER' | 'LABOUR_EXPERT' | null;
}

const forAll = { municipalitiesOnly: false, registeredByOwnRole: null } as const;

export const contactMomentTypes2020: TypeOf2020[] = [
  {
    ...forAll,
    number: 1,
    name: 'Acquisition',
    nameNl: 'Acquisitie',
    mutation: 'NEW',
    npsSurvey: 'NO',
    whenToUse: 'After a first contact with an employer, or a renewed one; the region sets when contact is renewed.',
    whenToUseNl: 'Na een eerste of hernieuwd contact. De regio bepaalt na welke termijn een contact hernieuwd is.',
  },
  {
    ...forAll,
    //
    number: 2,
    name: 'Service: strategic partnership',
    nameNl: 'Dienstverlening - Strategisch partnerschap',
    mutation: 'NEW',
    npsSurvey: 'YES',
    whenToUse:
      'A talk about possible services, products or labour-market information, or closing an arrangement. Once IAA, EURES, recruitment or an event is really under way, use that type.',
    whenToUseNl:
      'Gesprek over mogelijke diensten, producten of arbeidsmarktinformatie, of het sluiten van een arrangement. Wordt IAA, EURES, werving of een evenement echt ingezet, kies dan dat type.',
  },
  {
    ...forAll,
    //
    number: 3,
    name: 'Service: recruitment, selection and aftercare',
    nameNl: 'Dienstverlening - Werving, selectie en nazorg',
    mutation: 'NEW',
    npsSurvey: 'YES',
    whenToUse:
      'About taking on a vacancy or not, mediation, and advice on vacancies. Contact on a registered vacancy goes into its log.',
    whenToUseNl:
      'Over het wel of niet oppakken van een vacature, bemiddeling en advies over werven. Contact over een geregistreerde vacature staat in het logboek van die vacature.',
  },
  {
    ...forAll,
    //
    number: 4,
    name: 'Feedback following NPS',
    nameNl: 'Feedback n.a.v. NPS',
    mutation: 'EXISTING',
    npsSurvey: 'NO',
    whenToUse: 'A contact because of what the employer said in an NPS survey.',
    whenToUseNl: 'Contact naar aanleiding van wat de werkgever in de NPS-meting liet weten.',
  },
  {
    ...forAll,
    number: 5,
    name: 'IAA company advice: information and advice',
    nameNl: 'IAA bedrijfsadvies - Info en advies',
    mutation: 'EXISTING',
    npsSurvey: 'YES',
    whenToUse: 'The IAA specialist advises and hands over a draft. The IAA adviser registers it.',
    whenToUseNl: 'De IAA-specialist adviseert en levert een concept. De IAA-adviseur registreert dit zelf.',
    registeredByOwnRole: 'IAA_ADVISER',
  },
  {
    ...forAll,
    number: 6,
    name: 'IAA company advice: final version delivered',
    nameNl: 'IAA bedrijfsadvies - Opleveren definitieve versie',
    mutation: 'EXISTING',
    npsSurvey: 'YES',
    whenToUse: 'The IAA adviser gives the employer the final advice, and registers it.',
    whenToUseNl: 'De IAA-adviseur overhandigt het definitieve advies en registreert dit zelf.',
    registeredByOwnRole: 'IAA_ADVISER',
  },
  {
    ...forAll,
    //
    number: 7,
    name: 'Other employer contacts',
    nameNl: 'Overige werkgeverscontacten',
    mutation: 'NEW',
    npsSurvey: 'NO',
    whenToUse: 'Relation management that no other type covers, such as a wage-value study by a labour expert.',
    whenToUseNl:
      'Relatiebeheer dat niet onder een ander type valt, zoals een loonwaardeonderzoek; de arbeidsdeskundige registreert dat zelf.',
    registeredByOwnRole: 'LABOUR_EXPERT',
  },
  {
    ...forAll,
    //
    number: 8,
    name: 'Events: meetings',
    nameNl: 'Evenementen - Ontmoetingen',
    mutation: 'NEW',
    npsSurvey: 'YES',
    whenToUse: 'Employers take part in a meeting with jobseekers that the WSP organises, such as a job fair.',
    whenToUseNl: 'De werkgever doet mee aan een ontmoeting met werkzoekenden van het WSP, zoals een banenmarkt.',
  },
  {
    ...forAll,
    number: 9,
    name: 'Information and advice: EURES',
    nameNl: 'Informatie en advies - EURES',
    mutation: 'EXISTING',
    npsSurvey: 'YES_WITH_NOTE',
    whenToUse: 'On EURES services, for foreign and Dutch employers; account holder and EURES adviser may both use it.',
    whenToUseNl:
      'Over de diensten van EURES, voor werkgevers hier en in het buitenland; voor accounthouder en EURES-adviseur.',
  },
  {
    ...forAll,
    number: 10,
    name: 'Agreements: social return',
    nameNl: 'Overeenkomsten - Social return',
    mutation: 'EXISTING',
    npsSurvey: 'NO',
    municipalitiesOnly: true,
    whenToUse: 'Municipalities only; the centre municipality of the region defines its use.',
    whenToUseNl: 'Alleen voor gemeenten; de centrumgemeente bepaalt hoe de regio dit type gebruikt.',
  },
  {
    ...forAll,
    number: 11,
    name: 'Agreements: sheltered work orders',
    nameNl: 'Overeenkomsten - Werkopdrachten SW',
    mutation: 'EXISTING',
    npsSurvey: 'NO',
    municipalitiesOnly: true,
    whenToUse: 'Municipalities only; the centre municipality of the region defines its use.',
    whenToUseNl: 'Alleen voor gemeenten; de centrumgemeente bepaalt hoe de regio dit type gebruikt.',
  },
];
