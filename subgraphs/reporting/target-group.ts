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
  description: 'Doelgroep, zoals het weekrapport die telt.',
  valuesConfig: {
    WAJONG: { description: 'Wajong: jonggehandicapten' },
    WGA: { description: 'WGA: gedeeltelijk arbeidsgeschikten' },
    WW: { description: 'WW: werkloosheidsuitkering' },
    WWB: { description: 'WWB: bijstand (nu Participatiewet)' },
    OTHER: { description: 'Overig: geen van deze uitkeringen' },
  },
});
