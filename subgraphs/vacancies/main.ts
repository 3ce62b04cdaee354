import { runSubgraph } from '../run.js';
import { openVacancies } from './open-vacancies.js';

await runSubgraph('vacancies', 4012, (options) => openVacancies(options));
