import { answerStore } from '../../adapters/answer-store.js';
import { connectKvk, connectKvkMutations } from '../../adapters/kvk/connect.js';
import { connectSuwi } from '../../adapters/suwi/connect.js';
import { runSubgraph } from '../run.js';
import { openFileStore } from './document/open-file-store.js';
import { openPost } from './mail/open-post.js';
import { openEmployers } from './open-employers.js';

await runSubgraph('employers', 4011, async (options, config, log) => {
  const answers = answerStore({ databaseUrl: config.databaseUrl, log });
  const kvk = await connectKvk(config.kvk, log, { store: answers });
  const { certificateFile, keyFile, authoritiesFile } = config.suwi;
  if (config.production && !(certificateFile && keyFile && authoritiesFile)) {
    throw new Error(
      'SUWI_CERTIFICATE_FILE, SUWI_KEY_FILE en SUWI_AUTHORITIES_FILE zijn verplicht in productie: Suwinet ondertekent elk bericht.',
    );
  }
  const suwi = await connectSuwi(config.suwi, log, { store: answers });
  const { signalsEveryMs: everyMs } = config.kvk;
  const mutations = everyMs ? connectKvkMutations(config.kvk, log) : null;
  const signals = mutations && everyMs ? { mutations, everyMs } : null;
  if (config.production && !config.mail.smtpUrl) {
    throw new Error('SMTP_URL is verplicht in productie: zonder mailserver komt geen mail aan.');
  }
  const post = openPost(config.mail);
  const store = await openFileStore(config.files);
  const subgraph = await openEmployers({
    ...options,
    kvk,
    suwi,
    post,
    files: { store, mostBytes: config.files.mostBytes },
    beside: { publicUrl: config.publicUrl, secret: config.identitySecret },
    support: config.support,
    reminders: true,
    ...(signals ? { signals } : {}),
  });
  return {
    ...subgraph,
    async close() {
      await subgraph.close();
      await Promise.all([kvk.close(), mutations?.close(), suwi.close(), post.close(), store.close()]);
      await answers.close();
    },
  };
});
