import { runSubgraph } from '../run.js';
import { openJobseekers } from './open-jobseekers.js';

await runSubgraph('jobseekers', 4013, (options) => openJobseekers(options));
