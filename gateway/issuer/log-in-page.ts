import { organisations } from '../../demo/organisations.js';
import type { DemoProfessional } from '../../demo/professionals.js';
import { escapeHtml, htmlPage } from './html.js';
import { roleNames } from './role-names.js';

/** Name of the organisation with this id, or the id when it is not one of the demo's. */
export const organisationName = (id: string): string => organisations.find((one) => one.id === id)?.name ?? id;

/** The demo professionals who may be chosen. */
export const choosable = (professionals: DemoProfessional[]): (DemoProfessional & { name: string })[] =>
  professionals.filter((one): one is DemoProfessional & { name: string } => Boolean(one.name));

const choice = (one: DemoProfessional & { name: string }, first: boolean): string => {
  const roles = one.roles.map((role) => roleNames[role] ?? role).join(' en ');
  return `<label class="choice">
        <input type="radio" name="name" value="${escapeHtml(one.name)}" required${first ? ' checked' : ''}>
        <span>${escapeHtml(one.fullName)}<small>${escapeHtml(roles)}, ${escapeHtml(organisationName(one.organisationId))}</small></span>
      </label>`;
};

/**
 * "Kies wie u bent": no password, because everybody on it is invented. Posts the chosen `name` to the page itself.
 * @param refused why the one who was chosen may not log in
 */
export const logInPage = (professionals: DemoProfessional[], refused?: string): string =>
  htmlPage(
    'Kies wie u bent',
    `${refused ? `<p class="note" role="alert">${escapeHtml(refused)}</p>\n    ` : ''}<p class="note">Deze pagina is er alleen om mee te ontwikkelen en te proberen. Alle personen zijn verzonnen; een wachtwoord is er niet.</p>
    <form method="post">
      <fieldset>
        <legend>Ik log in als</legend>
      ${choosable(professionals)
        .map((one, n) => choice(one, n === 0))
        .join('\n      ')}
      </fieldset>
      <button type="submit">Inloggen</button>
    </form>`,
  );
