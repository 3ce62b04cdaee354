import { registerEnumType } from 'type-graphql';

export enum EmployerTile {
  PRECAUTION = 'PRECAUTION',
  EMPLOYER_CONTACT = 'EMPLOYER_CONTACT',
  ORIENTATION = 'ORIENTATION',
  TRAINING = 'TRAINING',
  CANDIDATE_FIT = 'CANDIDATE_FIT',
  WORK_PROFILE = 'WORK_PROFILE',
  RECRUITMENT_SELECTION = 'RECRUITMENT_SELECTION',
  MEDIATION = 'MEDIATION',
  PLACEMENT = 'PLACEMENT',
  AFTERCARE = 'AFTERCARE',
}
registerEnumType(EmployerTile, {
  name: 'EmployerTile',
  description: 'Tegel van het Werklandschap voor werkgevers.',
  valuesConfig: {
    PRECAUTION: { description: 'Voorzorg' },
    EMPLOYER_CONTACT: { description: 'Werkgever contact' },
    ORIENTATION: { description: 'Oriëntatie' },
    TRAINING: { description: 'Opleiden' },
    CANDIDATE_FIT: { description: 'Kandidaat fit' },
    WORK_PROFILE: { description: 'Opstellen werkprofiel' },
    RECRUITMENT_SELECTION: { description: 'Werving en selectie' },
    MEDIATION: { description: 'Bemiddeling' },
    PLACEMENT: { description: 'Plaatsing' },
    AFTERCARE: { description: 'Nazorg' },
  },
});
