import { employee, registrar, staff, type Access } from '../../authorise.js';

/** Who may see what of contact moments and satisfaction surveys. */
export const contactAccess: Access = {
  Query: [[employee, 'contactMomentTypes contactMoment contactMoments']],
  Mutation: [
    [registrar, 'registerContactMoment mailContactMoment recordNpsResponse importNpsResponses'],
    // Who of them may, the verb itself decides: registrar, main holder or WBS support.
    [registrar, 'correctContactMoment mergeContactMoments'],
  ],
  Employer: [[employee, 'contactMoments npsSurveys']],
  ContactMomentType: [
    [
      employee,
      `number name nameNl mutation npsSurvey municipalitiesOnly whenToUse whenToUseNl registeredByOwnRole
       validFrom validUntil summaryTemplate`,
    ],
  ],
  ContactMoment: [
    [
      employee,
      `id employer type medium category occurredOn recordedAt registeredBy consultationId npsSurvey
       followUpToSurvey mergedInto version`,
    ],
    // What was said names people.
    [staff, 'subject summary participants relatedTo tasks appointments attachments versions mergeCandidates'],
  ],
  ContactMomentVersion: [
    [employee, 'number recordedAt by typeNumber medium occurredOn contactMoment'],
    [staff, 'subject summary reason'],
  ],
  ContactMomentConnection: [[employee, 'edges pageInfo totalCount']],
  ContactMomentEdge: [[employee, 'cursor node']],
  ContactMomentPayload: [[employee, 'contactMoment notices errors']],
  NpsSurveyPayload: [[employee, 'npsSurvey ok notices errors']],
  ImportNpsResponsesPayload: [[employee, 'rows imported alreadyRecorded refused notices errors']],
  NpsImportRow: [[employee, 'row outcome npsSurvey errors']],
  NpsSurvey: [
    [employee, 'id contactMoment employer invitedAt sentAt respondedAt withdrawnAt score group note followUp'],
    [staff, 'comment'],
  ],
  NpsSurveyConnection: [[employee, 'edges pageInfo totalCount']],
  NpsSurveyEdge: [[employee, 'cursor node']],
};
