import { registerEnumType } from 'type-graphql';

export enum EmployerOrder {
  RELEVANCE = 'RELEVANCE',
  NAME = 'NAME',
  LAST_CONTACT = 'LAST_CONTACT',
  TIER = 'TIER',
  CITY = 'CITY',
}
registerEnumType(EmployerOrder, {
  name: 'EmployerOrder',
  description: 'Volgorde van een lijst van werkgevers.',
  valuesConfig: {
    RELEVANCE: { description: 'Wat het best past eerst; zonder tekst op naam' },
    NAME: { description: 'Op naam' },
    LAST_CONTACT: { description: 'Laatste contact eerst; zonder contact achteraan' },
    TIER: { description: 'Hoogste laag van de klantpiramide eerst, dan op naam' },
    CITY: { description: 'Op plaats; zonder plaats achteraan' },
  },
});
