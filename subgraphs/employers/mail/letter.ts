import type { EntityManager } from '../../database.js';
import type { Mail } from './mail.js';

/** What a message says: plain Dutch text, one paragraph a string. */
export interface Letter {
  subject: string;
  paragraphs: string[];
}

/** Somebody a message goes to. */
export interface Addressee {
  name: string;
  email: string;
}

/** How messages of one kind are written. */
export interface LetterWriter {
  /** Who of the recipients can be written to now. */
  addressees(em: EntityManager, mail: Mail): Promise<Addressee[]>;
  /** Null when what it tells of is no more. */
  write(em: EntityManager, mail: Mail): Promise<Letter | null>;
  /** Within the transaction that remembers that it was sent. */
  sent?(em: EntityManager, mail: Mail, at: Date): Promise<void>;
}
