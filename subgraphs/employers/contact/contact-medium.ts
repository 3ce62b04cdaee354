import { registerEnumType } from 'type-graphql';

export enum ContactMedium {
  COMPANY_VISIT = 'COMPANY_VISIT',
  VIDEO_CALL = 'VIDEO_CALL',
  PHONE = 'PHONE',
  EMAIL = 'EMAIL',
  SOCIAL_MEDIA = 'SOCIAL_MEDIA',
  EVENT = 'EVENT',
  LETTER = 'LETTER',
  OTHER = 'OTHER',
}
registerEnumType(ContactMedium, {
  name: 'ContactMedium',
  description: 'Medium van een contactmoment.',
  valuesConfig: {
    COMPANY_VISIT: { description: 'Bedrijfsbezoek' },
    VIDEO_CALL: { description: 'Beeldbellen' },
    PHONE: { description: 'Telefoongesprek' },
    EMAIL: { description: 'Mailcontact' },
    SOCIAL_MEDIA: { description: 'Sociale media' },
    EVENT: { description: 'Evenement' },
    LETTER: { description: 'Brief' },
    OTHER: { description: 'Anders' },
  },
});

export enum ContactCategory {
  VISIT = 'VISIT',
  OTHER = 'OTHER',
  UNCATEGORISED = 'UNCATEGORISED',
}
registerEnumType(ContactCategory, {
  name: 'ContactCategory',
  description: 'Contactcategorie: hoe het weekrapport een medium telt.',
  valuesConfig: {
    VISIT: { description: 'Werkbezoek: bedrijfsbezoek en beeldbellen' },
    OTHER: { description: 'Overige: telefoon, mail, sociale media of evenement' },
    UNCATEGORISED: { description: 'In geen van beide kolommen' },
  },
});

const CATEGORY: Record<ContactMedium, ContactCategory> = {
  COMPANY_VISIT: ContactCategory.VISIT,
  VIDEO_CALL: ContactCategory.VISIT,
  PHONE: ContactCategory.OTHER,
  EMAIL: ContactCategory.OTHER,
  SOCIAL_MEDIA: ContactCategory.OTHER,
  EVENT: ContactCategory.OTHER,
  LETTER: ContactCategory.UNCATEGORISED,
  OTHER: ContactCategory.UNCATEGORISED,
};

/** The column of the week report that a medium counts in: every channel is in one. */
export const categoryOf = (medium: ContactMedium): ContactCategory => CATEGORY[medium];

export const mediaOf = (category: ContactCategory): ContactMedium[] =>
  Object.values(ContactMedium).filter((medium) => CATEGORY[medium] === category);
