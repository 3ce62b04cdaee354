import { runSubgraph } from '../run.js';
import { openEmployers } from './open-employers.js';

await runSubgraph('employers', 4011, (options) => openEmployers(options));
