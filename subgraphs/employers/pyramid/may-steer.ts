import type { Identity } from '../../../runtime/identity.js';
import { Role } from '../organisation/professional.js';

const STEERS: readonly string[] = [Role.MANAGER, Role.ADMIN];

/** Whether somebody decides for a region: its management, or who administers it. */
export const maySteer = ({ roles, regionIds }: Identity, regionId: string): boolean =>
  regionIds.includes(regionId) && roles.some((role) => STEERS.includes(role));
