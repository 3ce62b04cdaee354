import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../../schema/scalars.js';

export enum NotificationKind {
  OWNERSHIP_CHANGED = 'OWNERSHIP_CHANGED',
  OWNERSHIP_REQUESTED = 'OWNERSHIP_REQUESTED',
  OWNERSHIP_ANSWERED = 'OWNERSHIP_ANSWERED',
  OWNERSHIP_WITHDRAWN = 'OWNERSHIP_WITHDRAWN',
  CONTACT_BY_COLLEAGUE = 'CONTACT_BY_COLLEAGUE',
  CONTACT_CHANGED = 'CONTACT_CHANGED',
  TASK_ASSIGNED = 'TASK_ASSIGNED',
  TASK_DUE = 'TASK_DUE',
  TASK_CLOSED = 'TASK_CLOSED',
  APPOINTMENT_PLANNED = 'APPOINTMENT_PLANNED',
  APPOINTMENT_CHANGED = 'APPOINTMENT_CHANGED',
  APPOINTMENT_CANCELLED = 'APPOINTMENT_CANCELLED',
  AGREEMENT_CHANGED = 'AGREEMENT_CHANGED',
  AGREEMENT_EVALUATION_DUE = 'AGREEMENT_EVALUATION_DUE',
  CONTACT_DETAILS_DUE = 'CONTACT_DETAILS_DUE',
  PLAN_CHANGED = 'PLAN_CHANGED',
  PLAN_REVIEW_DUE = 'PLAN_REVIEW_DUE',
  VACANCY_EXPIRING = 'VACANCY_EXPIRING',
  NPS_FEEDBACK = 'NPS_FEEDBACK',
  REGISTER_CHANGE = 'REGISTER_CHANGE',
  LICENCE_MEETING_DUE = 'LICENCE_MEETING_DUE',
  HOLDER_INACTIVE = 'HOLDER_INACTIVE',
  HOLDER_ABSENT = 'HOLDER_ABSENT',
  DEPUTY_CHANGED = 'DEPUTY_CHANGED',
  DOSSIER_MERGED = 'DOSSIER_MERGED',
  TIER_CHANGED = 'TIER_CHANGED',
  PORTFOLIO_CHANGED = 'PORTFOLIO_CHANGED',
  VISIT_DUE = 'VISIT_DUE',
  DOCUMENT_WITHDRAWN = 'DOCUMENT_WITHDRAWN',
}
registerEnumType(NotificationKind, {
  name: 'NotificationKind',
  description: 'Soort attendering.',
  valuesConfig: {
    OWNERSHIP_CHANGED: { description: 'Accounthouderschap gewijzigd' },
    OWNERSHIP_REQUESTED: { description: 'Verzoek om accounthouderschap' },
    OWNERSHIP_ANSWERED: {
      description: 'Antwoord op een verzoek om accounthouderschap, of dat het zonder antwoord verliep',
    },
    OWNERSHIP_WITHDRAWN: { description: 'Verzoek om accounthouderschap ingetrokken' },
    CONTACT_BY_COLLEAGUE: { description: 'Een collega had contact met uw account' },
    CONTACT_CHANGED: { description: 'Uw contactmoment is door een ander gecorrigeerd of samengevoegd' },
    TASK_ASSIGNED: { description: 'Actie voor u uitgezet' },
    TASK_DUE: { description: 'Actie over tijd' },
    TASK_CLOSED: { description: 'Een actie die u aangaat is klaar, vervallen of aan een ander overgedragen' },
    APPOINTMENT_PLANNED: { description: 'Afspraak in uw agenda gezet' },
    APPOINTMENT_CHANGED: { description: 'Afspraak in uw agenda gewijzigd' },
    APPOINTMENT_CANCELLED: { description: 'Afspraak in uw agenda afgezegd' },
    AGREEMENT_CHANGED: { description: 'Werkafspraak met uw account gemaakt of gewijzigd' },
    AGREEMENT_EVALUATION_DUE: { description: 'Werkafspraak is afgelopen en nog niet geëvalueerd' },
    CONTACT_DETAILS_DUE: { description: 'Uw contactgegevens zijn een jaar niet bevestigd' },
    PLAN_CHANGED: { description: 'Accountplan, plan van aanpak of licentie van uw account gewijzigd' },
    PLAN_REVIEW_DUE: { description: 'Accountplan moet worden herzien' },
    VACANCY_EXPIRING: { description: 'Vacature verloopt' },
    NPS_FEEDBACK: { description: 'Antwoord van een werkgever op een NPS-meting' },
    REGISTER_CHANGE: { description: 'Wijziging in een register' },
    LICENCE_MEETING_DUE: { description: 'Periodiek overleg van een licentie moet worden gehouden' },
    HOLDER_INACTIVE: { description: 'Accounthouder is niet meer werkzaam' },
    HOLDER_ABSENT: { description: 'Afwezigheid of terugkeer: van een collega die u vervangt, of van uzelf' },
    DEPUTY_CHANGED: { description: 'U vervangt een collega voortaan, of niet meer; of een ander vervangt u' },
    TIER_CHANGED: { description: 'Werkgever beoordeeld voor de klantpiramide' },
    PORTFOLIO_CHANGED: { description: 'Portefeuille of klantteam gewijzigd' },
    VISIT_DUE: { description: 'Goudklant is te lang niet bezocht' },
    DOCUMENT_WITHDRAWN: { description: 'Een document dat u had geüpload is door een ander ingetrokken' },
    DOSSIER_MERGED: { description: 'Een dossier van u is samengevoegd met een ander' },
  },
});

export const NotificationSchema = defineEntity({
  name: 'Notification',
  tableName: 'notification',
  properties: {
    id: p.uuid().primary(),
    kind: p.enum(() => NotificationKind),
    at: p.datetime(),
    recipientId: p.text(),
    title: p.text(),
    employerId: p.uuid().nullable(),
    subjectType: p.text(),
    subjectId: p.text(),
    /** What the recipient is told of once at most. */
    occasion: p.text(),
    readAt: p.datetime().nullable(),
  },
});

@ObjectType({ description: 'Attendering: wat een medewerker moet weten.' })
@Directive('@key(fields: "id")')
export class Notification extends NotificationSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => NotificationKind, { description: 'Soort.' }) declare kind: NotificationKind;
  @Field(() => DateTime, { description: 'Sinds wanneer.' }) declare at: Date;
  @Field(() => String, { description: 'Wat er is, in één regel.' }) declare title: string;
  @Field(() => String, { description: 'Waar het over gaat: naam van het type.' }) declare subjectType: string;
  @Field(() => ID, { description: 'Waar het over gaat: kenmerk.' }) declare subjectId: string;
  @Field(() => DateTime, { nullable: true, description: 'Wanneer gelezen; leeg zolang niet.' })
  declare readAt: Date | null | undefined;
}
NotificationSchema.setClass(Notification);
