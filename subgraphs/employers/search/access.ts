import { employee, type Access } from '../../authorise.js';

/** Who may see what of searching employers. */
export const searchAccess: Access = {
  Query: [[employee, 'employers']],
  EmployerConnection: [[employee, 'edges pageInfo totalCount facets']],
  EmployerEdge: [[employee, 'cursor node score highlights']],
  Facet: [[employee, 'name values']],
  FacetValue: [[employee, 'value count']],
};
