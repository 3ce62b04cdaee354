import type DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import type { Page } from '../../pages.js';
import { remembered } from '../remembered.js';
import { timelinesByEmployer, type TimelineArgs } from './page-of-timeline.js';
import type { TimelineEntry } from './timeline-entry.js';

export interface TimelineLoaders {
  /** One page of the timeline of each employer, for equal arguments in two statements. */
  timelineOfEmployer(args: TimelineArgs): DataLoader<string, Page<TimelineEntry>>;
}

export const timelineLoaders = (em: EntityManager): TimelineLoaders => ({
  timelineOfEmployer: remembered((args: TimelineArgs) => timelinesByEmployer(em, args)),
});
