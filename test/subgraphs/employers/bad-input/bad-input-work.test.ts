import { afterAll } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskStore } from '../../../../subgraphs/employers/document/disk-store.js';
import { casesWork } from './cases-work.js';
import { refusesBadInput } from './refuses-bad-input.js';

const folder = await mkdtemp(join(tmpdir(), 'werkgraaf-bad-input-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

refusesBadInput(casesWork, { files: { store: await diskStore(folder), mostBytes: 25_000_000 } });
