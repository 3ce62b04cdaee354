import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';

/** How a publication elsewhere (a vacancy, a CV) stands: of its last change, for what is to be seen there is told apart. */
export enum PublicationStatus {
  PENDING = 'PENDING',
  PUBLISHED = 'PUBLISHED',
  WITHDRAWN = 'WITHDRAWN',
  REFUSED = 'REFUSED',
  FAILED = 'FAILED',
}
registerEnumType(PublicationStatus, {
  name: 'PublicationStatus',
  description: 'Stand van een publicatie: hoe het met de laatste wijziging staat.',
  valuesConfig: {
    PENDING: { description: 'Onderweg: wordt verstuurd, en vanzelf opnieuw als het kanaal niet antwoordt' },
    PUBLISHED: { description: 'Geplaatst, zoals het hier staat' },
    WITHDRAWN: { description: 'Weggehaald' },
    REFUSED: { description: 'Geweigerd door het kanaal; de melding zegt waarom' },
    FAILED: { description: 'Niet gelukt: het kanaal bleef zwijgen. Bied het opnieuw aan' },
  },
});

export enum PublicationChange {
  PLACE = 'PLACE',
  EDIT = 'EDIT',
  PROLONG = 'PROLONG',
  WITHDRAW = 'WITHDRAW',
}
registerEnumType(PublicationChange, {
  name: 'PublicationChange',
  description: 'Wijziging van een publicatie: wat er naar het kanaal gaat.',
  valuesConfig: {
    PLACE: { description: 'Plaatsen' },
    EDIT: { description: 'Inhoud wijzigen' },
    PROLONG: { description: 'Later laten sluiten' },
    WITHDRAW: { description: 'Weghalen' },
  },
});
