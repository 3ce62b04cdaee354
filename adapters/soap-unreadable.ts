import { SecurityFault } from './soap-trust.js';
import { XmlError } from './soap-xml.js';

/** Why an answer could not be read, for the log. Parsers quote what they failed on, and that is not kept. */
export const whyUnreadable = (error: unknown): string =>
  error instanceof XmlError || error instanceof SecurityFault ? error.message : 'unreadable';
