import { PartnerError } from '../partner-error.js';
import type { ApplicationWay, CvToPublish, VacancyToPublish } from './port.js';

/** What werk.nl cannot take is refused before it is sent. */
const refuse = (partnerMessage: string): PartnerError => new PartnerError('WERK_NL', 'REFUSED', { partnerMessage });

/** Never nine digits alone: an id goes out, and a BSN may not be mistaken for one. */
const ID = /^(?![0-9]{9}$)[A-Za-z0-9_.-]{1,100}$/;

export function checkIds(id: string, messageId: string): void {
  if (!ID.test(id)) throw refuse('Het kenmerk is niet geldig.');
  if (!ID.test(messageId) || messageId === id) throw refuse('Het kenmerk van het bericht is niet geldig.');
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

const isRange = ({ minimum, maximum }: { minimum: number; maximum: number }, most: number): boolean =>
  minimum >= 0 && minimum <= maximum && maximum <= most;

const contact = (told: ApplicationWay): string =>
  told.way === 'EMAIL' ? told.email : told.way === 'TELEPHONE' ? told.telephone : told.url;

/** @throws PartnerError REFUSED with what is wrong, in Dutch */
export function checkVacancy(vacancy: VacancyToPublish): void {
  const { employer, salary } = vacancy;
  const texts = [vacancy.title, vacancy.occupation.name, employer.name, employer.contactName];
  const rules: [holds: boolean, otherwise: string][] = [
    [texts.every((text) => text.trim() !== ''), 'Titel, beroep, werkgever en contactpersoon zijn nodig.'],
    [vacancy.workPlace.municipality.trim() !== '', 'De gemeente van de werkplek is nodig.'],
    [/^[0-9]{8}$/.test(employer.kvkNumber), 'Het KVK-nummer van de werkgever is niet geldig.'],
    [Number.isInteger(vacancy.positions) && vacancy.positions >= 1, 'Er is minstens één arbeidsplaats nodig.'],
    [isRange(vacancy.hours, 168), 'De uren per week zijn niet geldig.'],
    [vacancy.experienceYears === null || isRange(vacancy.experienceYears, 99), 'De jaren ervaring zijn niet geldig.'],
    [salary === null || isRange(salary, 10_000_000), 'Het salaris is niet geldig.'],
    [vacancy.startsOn === null || isDate(vacancy.startsOn), 'De begindatum is niet geldig.'],
    [isDate(vacancy.publishedOn) && isDate(vacancy.closesOn), 'De publicatie- of sluitingsdatum is niet geldig.'],
    [vacancy.publishedOn <= vacancy.closesOn, 'De sluitingsdatum ligt vóór de publicatiedatum.'],
    [
      vacancy.applyBy.length > 0 && vacancy.applyBy.every((told) => contact(told).trim() !== ''),
      'Er is minstens één manier van solliciteren nodig.',
    ],
    [
      vacancy.jobCategory === null ||
        (Number.isInteger(vacancy.jobCategory) && vacancy.jobCategory >= 1 && vacancy.jobCategory <= 29),
      'De beroepscategorie is niet geldig.',
    ],
    [vacancy.languages.every(({ code }) => /^[a-z]{2,3}$/.test(code)), 'Een taalcode is niet geldig.'],
  ];
  const broken = rules.find(([holds]) => !holds);
  if (broken) throw refuse(broken[1]);
}

/** @throws PartnerError REFUSED with what is wrong, in Dutch */
export function checkCv(cv: CvToPublish): void {
  const dates = [
    cv.availableFrom,
    ...cv.experience.flatMap(({ from, until }) => [from, until]),
    ...cv.education.map(({ until }) => until),
  ].filter((date) => date !== null);
  const rules: [holds: boolean, otherwise: string][] = [
    [cv.consent.storing, 'Zonder toestemming van de werkzoekende gaat er geen cv naar werk.nl.'],
    [dates.every(isDate), 'Een datum in het cv is niet geldig.'],
    [cv.hours === null || isRange(cv.hours, 168), 'De uren per week zijn niet geldig.'],
    [cv.maxDistanceKm === null || cv.maxDistanceKm >= 0, 'De reisafstand is niet geldig.'],
    [cv.languages.every(({ code }) => /^[a-z]{2,3}$/.test(code)), 'Een taalcode is niet geldig.'],
  ];
  const broken = rules.find(([holds]) => !holds);
  if (broken) throw refuse(broken[1]);
}
