import { runSubgraph } from '../run.js';
import { openReporting } from './open-reporting.js';

await runSubgraph('reporting', 4014, (options) => openReporting(options));
