import { DEVELOPMENT_SECRET } from '../../runtime/identity.js';

/** What the addresses are made with that people open without the graph: calendars, uploads and downloads. */
export interface BesideSettings {
  /** Where the gateway is found from outside, without a slash at the end. */
  publicUrl: string;
  /** Signs what stands in an address. */
  secret: string;
}

/** For development, where the gateway listens at its usual place. */
export const besideInDevelopment: BesideSettings = { publicUrl: 'http://127.0.0.1:4000', secret: DEVELOPMENT_SECRET };
