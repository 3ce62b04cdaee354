import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';

export enum VacancyStatus {
  DRAFT = 'DRAFT',
  OPEN = 'OPEN',
  FULFILLED = 'FULFILLED',
  CLOSED_UNFILLED = 'CLOSED_UNFILLED',
  EXPIRED = 'EXPIRED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(VacancyStatus, {
  name: 'VacancyStatus',
  description: 'Status van een vacature.',
  valuesConfig: {
    DRAFT: { description: 'Concept' },
    OPEN: { description: 'Open' },
    FULFILLED: { description: 'Vervuld' },
    CLOSED_UNFILLED: { description: 'Gesloten, niet vervuld' },
    EXPIRED: { description: 'Verlopen: langer dan één kwartaal open' },
    WITHDRAWN: { description: 'Ingetrokken' },
  },
});

export enum VacancyKind {
  CURRENT = 'CURRENT',
  FUTURE = 'FUTURE',
  INTERNSHIP = 'INTERNSHIP',
  WORK_EXPERIENCE = 'WORK_EXPERIENCE',
  LEARN_WORK = 'LEARN_WORK',
  VOLUNTARY = 'VOLUNTARY',
}
registerEnumType(VacancyKind, {
  name: 'VacancyKind',
  description: 'Soort vacature.',
  valuesConfig: {
    CURRENT: { description: 'Actuele vacature' },
    FUTURE: { description: 'Toekomstige vacature' },
    INTERNSHIP: { description: 'Stage' },
    WORK_EXPERIENCE: { description: 'Werkervaringsplaats' },
    LEARN_WORK: { description: 'Leerbaan' },
    VOLUNTARY: { description: 'Vrijwilligerswerk' },
  },
});

export enum FutureReason {
  GROWTH = 'GROWTH',
  PROCESS_CHANGE = 'PROCESS_CHANGE',
  RETIREMENT = 'RETIREMENT',
  TRAINING_OF_STAFF = 'TRAINING_OF_STAFF',
  EXPECTED_TURNOVER = 'EXPECTED_TURNOVER',
}
registerEnumType(FutureReason, {
  name: 'FutureReason',
  description: 'Aanleiding: waarom een vacature in de toekomst ontstaat.',
  valuesConfig: {
    GROWTH: { description: 'Groei' },
    PROCESS_CHANGE: { description: 'Veranderde werkprocessen' },
    RETIREMENT: { description: 'Pensioen' },
    TRAINING_OF_STAFF: { description: 'Opleiding van personeel' },
    EXPECTED_TURNOVER: { description: 'Verwacht verloop' },
  },
});

export enum WorkProfileFit {
  NOT_ASSESSED = 'NOT_ASSESSED',
  FITTING = 'FITTING',
  NOT_FITTING_REFER = 'NOT_FITTING_REFER',
  NOT_FITTING_MAKE_FIT = 'NOT_FITTING_MAKE_FIT',
}
registerEnumType(WorkProfileFit, {
  name: 'WorkProfileFit',
  description: 'Passendheid: of het werkprofiel past bij de doelgroepen.',
  valuesConfig: {
    NOT_ASSESSED: { description: 'Niet beoordeeld' },
    FITTING: { description: 'Passend' },
    NOT_FITTING_REFER: { description: 'Niet passend: naar reguliere kanalen' },
    NOT_FITTING_MAKE_FIT: { description: 'Niet passend: passend maken (jobcarving, aanpassing, subsidie)' },
  },
});
