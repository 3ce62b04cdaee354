import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';

export enum TargetGroup {
  WAJONG = 'WAJONG',
  WGA = 'WGA',
  WW = 'WW',
  WWB = 'WWB',
  OTHER = 'OTHER',
}
registerEnumType(TargetGroup, {
  name: 'TargetGroup',
  description: 'Doelgroep: kolom van het weekrapport. Een plaatsing telt in precies één doelgroep.',
  valuesConfig: {
    WAJONG: { description: 'Wajong' },
    WGA: { description: 'WGA (regeling werkhervatting gedeeltelijk arbeidsgeschikten)' },
    WW: { description: 'WW' },
    WWB: { description: 'WWB, sinds 2015 de Participatiewet (bijstand)' },
    OTHER: { description: 'Geen van deze, ook zonder uitkering (NUG)' },
  },
});
