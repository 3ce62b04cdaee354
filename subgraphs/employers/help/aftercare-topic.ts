import { registerEnumType } from 'type-graphql';

export enum AftercareTopic {
  LAW = 'LAW',
  FISCAL_BENEFITS = 'FISCAL_BENEFITS',
  SOCIAL_RETURN = 'SOCIAL_RETURN',
  SUSTAINABLE_EMPLOYABILITY = 'SUSTAINABLE_EMPLOYABILITY',
}
registerEnumType(AftercareTopic, {
  name: 'AftercareTopic',
  description: 'Onderwerp van nazorg: waarover de werkgever hoort wat er verandert.',
  valuesConfig: {
    LAW: { description: 'Wetgeving' },
    FISCAL_BENEFITS: { description: 'Fiscale voordelen' },
    SOCIAL_RETURN: { description: 'Social return (SROI)' },
    SUSTAINABLE_EMPLOYABILITY: { description: 'Duurzame inzetbaarheid' },
  },
});
