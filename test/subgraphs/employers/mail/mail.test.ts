import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contactPersons } from '../../../../demo/contact-persons.js';
import { vanGelderen } from '../../../../demo/employers.js';
import { clock } from '../../../../runtime/clock.js';
import { silent } from '../../../../runtime/log.js';
import { MailKind } from '../../../../subgraphs/employers/mail/mail.js';
import { openPost } from '../../../../subgraphs/employers/mail/open-post.js';
import { requestMail } from '../../../../subgraphs/employers/mail/request-mail.js';
import { mailSender, type Message, type Post } from '../../../../subgraphs/employers/mail/send-mail.js';
import type { Event } from '../../../../subgraphs/events.js';
import { until } from '../../../until.js';
import { TEST_NOW } from '../../alone.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { startSmtpListener, type SmtpListener } from './smtp-listener.js';

let one: EmployersAlone;
let smtp: SmtpListener;
let post: Post;
beforeAll(async () => {
  smtp = await startSmtpListener();
  post = openPost({ smtpUrl: smtp.url, folder: '/nonexistent', from: 'werkgraaf@werkgraaf.example' });
  one = await employersAlone({ with: { post } });
});
afterAll(async () => {
  await one?.close();
  await post?.close();
  await smtp?.stop();
});

const PLAN = 'mutation ($input: PlanTaskInput!) { planTask(input: $input) { task { id } errors { code } } }';
const plan = async (title: string, given: Record<string, unknown> = {}): Promise<string> =>
  (
    await one.data(PLAN, {
      input: { title, ownerId: 'prof-02', employerId: vanGelderen.id, dueOn: '2026-03-17', mail: true, ...given },
    })
  ).planTask.task.id;
const mailOf = async (subjectId: string) =>
  (
    await one.query('select id, settled_at, outcome, message_id from employers.mail where subject_id = $1', [subjectId])
  )[0]!;
const settled = (subjectId: string) => until(async () => (await mailOf(subjectId)).settled_at !== null);
const about = (title: string) => smtp.received.filter(({ text }) => text.includes(title));

/** The words of a message, its encoding undone. */
const wordsOf = (text: string): string => {
  const [, body = ''] = text.split(/\r\n\r\n([\s\S]*)/);
  return /quoted-printable/i.test(text)
    ? Buffer.from(
        body
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      ).toString('utf8')
    : body;
};

describe('R-245, R-094: a task that is mailed', () => {
  test('goes out once, in plain Dutch, to the colleague’s address, and the task tells when', async () => {
    const id = await plan('Offerte nabellen', { description: 'Vraag ook naar de avondritten.' });
    await settled(id);
    const [mail, ...more] = about('Offerte nabellen');
    expect(more).toEqual([]);
    expect(mail!.to).toEqual(['bilal.oosterhuis@werkgraaf.example']);
    expect(mail!.text).toMatch(/^Subject: Actie: Offerte nabellen\r$/m);
    expect(mail!.text).toMatch(/^Reply-To: "?Anouk Verstraten"? <anouk\.verstraten@werkgraaf\.example>\r$/m);
    expect(mail!.text).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
    expect(mail!.text).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(wordsOf(mail!.text).replaceAll('\r\n', '\n')).toContain(
      [
        'Anouk Verstraten heeft een actie voor u uitgezet: Offerte nabellen',
        'Werkgever: Van Gelderen Transport',
        'Uiterlijk: dinsdag 17 maart 2026',
        'Vraag ook naar de avondritten.',
        'U vindt de actie in uw werkvoorraad.',
      ].join('\n\n'),
    );
    const [task] = await one.query('select mailed_at from employers.task where id = $1', [id]);
    expect(task!.mailed_at).toEqual(new Date(TEST_NOW));
  });

  test('has a Message-ID that follows from the request, by which a double is known', async () => {
    const id = await plan('Kenmerk van de mail');
    await settled(id);
    const { id: mailId } = await mailOf(id);
    expect(about('Kenmerk van de mail')[0]!.text).toContain(`Message-ID: <${mailId as string}@werkgraaf>`);
  });

  test('leaves nothing of it on the outbox but ids', async () => {
    await plan('Geheim onderwerp');
    const rows = await one.query(
      "select data::text as data from outbox.job_common where name = 'mail' union select data::text from outbox.job where name = 'mail'",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { data } of rows) expect(data).not.toMatch(/Geheim|@|Bilal/);
  });

  test('that the mail server refuses is tried again, and sent once', async () => {
    smtp.next.push('refuse');
    const id = await plan('Tweede poging');
    await settled(id);
    expect(about('Tweede poging')).toHaveLength(1);
  });

  test('that was taken and not confirmed is sent again under the same Message-ID: SMTP promises no more', async () => {
    smtp.next.push('lose');
    const id = await plan('Verbinding kwijt');
    await settled(id);
    const ids = about('Verbinding kwijt').map(({ text }) => /Message-ID: (\S+)/.exec(text)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('to somebody without an address, or who left, goes to nobody and is settled', async () => {
    await one.query("update employers.professional set email = null where id = 'prof-03'");
    const id = await plan('Zonder adres', { ownerId: 'prof-03' });
    await settled(id);
    expect((await mailOf(id)).outcome).toBe('NOBODY');
    expect(about('Zonder adres')).toEqual([]);
  });

  test('cannot be made to write headers or to other people by what stands in it', async () => {
    const id = await plan('Bellen\r\nBcc: iedereen@example.org\r\n\r\nHallo');
    await settled(id);
    const [mail] = about('iedereen@example.org');
    expect(mail!.to).toEqual(['bilal.oosterhuis@werkgraaf.example']);
    expect(mail!.text.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
  });
});

test('R-063: a contact moment that is mailed brings its subject and report', async () => {
  const [moment] = await one.query(
    'select id, subject, summary from employers.contact_moment where employer_id = $1 limit 1',
    [vanGelderen.id],
  );
  const { id, subject, summary } = moment as { id: string; subject: string; summary: string };
  await one.subgraph.database.em().transactional(async (em) => {
    const wanted = {
      kind: MailKind.CONTACT_MOMENT,
      subjectId: id,
      recipientIds: ['prof-01', 'prof-02', 'prof-01'],
      by: 'prof-01',
    };
    await requestMail({ clock: clock(TEST_NOW), publish: one.outbox.publish }, em, wanted);
  });
  await settled(id);
  const sent = smtp.received.filter(({ text }) => wordsOf(text).includes(summary));
  expect(sent).toHaveLength(1);
  expect(sent[0]!.to.sort()).toEqual(['anouk.verstraten@werkgraaf.example', 'bilal.oosterhuis@werkgraaf.example']);
  expect(wordsOf(sent[0]!.text)).toContain(`Onderwerp: ${subject}`);
});

describe('R-246: an NPS invitation to several people of an employer', () => {
  const REGISTER = `mutation ($input: RegisterContactMomentInput!) {
    registerContactMoment(input: $input) { contactMoment { npsSurvey { id } } errors { message } } }`;
  const people = contactPersons.filter(({ employerId }) => employerId === vanGelderen.id);
  const invite = async (subject: string, by: EmployersAlone = one): Promise<string> => {
    const input = {
      employerId: vanGelderen.id,
      typeNumber: 2,
      medium: 'PHONE',
      subject,
      summary: 'Met de planner besproken welke ritten er bijkomen en wie daarvoor in beeld is.',
      occurredOn: TEST_NOW.slice(0, 10),
      participantIds: people.map(({ id }) => id),
    };
    return (await by.data(REGISTER, { input })).registerContactMoment.contactMoment.npsSurvey.id;
  };
  const mailsOf = (surveyId: string) =>
    one.query('select id, settled_at, outcome from employers.mail where subject_id = $1', [surveyId]);
  const allSettled = (surveyId: string) =>
    until(async () => (await mailsOf(surveyId)).every((mail) => mail.settled_at !== null));

  test('goes to each apart, under the same reference, and shows nobody another’s address', async () => {
    const surveyId = await invite('Ritten');
    await allSettled(surveyId);
    const sent = about(surveyId);
    expect(sent.map(({ to }) => to.length)).toEqual([1, 1]);
    expect(new Set(sent.map(({ to }) => to[0])).size).toBe(2);
    for (const { to, text } of sent) {
      const other = sent.map((mail) => mail.to[0]!).find((address) => address !== to[0]);
      expect(text).not.toContain(other);
    }
  });

  test('that is refused for one reaches the other, and each is sent once', async () => {
    smtp.next.push('refuse');
    const surveyId = await invite('Laadkades');
    await allSettled(surveyId);
    const sent = about(surveyId);
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ to }) => to[0])).size).toBe(2);
  });

  test('goes on, after a process stopped halfway, with who was not written to, and not after the answer', async () => {
    const apart = await employersAlone();
    try {
      const { database } = apart.subgraph;
      const sent: Message[] = [];
      const fine: Post = { send: async (message) => void sent.push(message), close: async () => {} };
      const surroundings = { database, clock: clock(TEST_NOW), publish: apart.outbox.publish, log: silent };
      const deliver = (mailId: unknown) => mailSender(surroundings, fine)({ data: { mailId } } as unknown as Event);
      const mails = async (id: string) =>
        (await apart.query('select id from employers.mail where subject_id = $1 order by id', [id])).map(
          (row) => row.id,
        );

      const [first, second] = await mails(await invite('Halverwege', apart));
      await deliver(first);
      // The process stops here; the outbox hands over all that it does not know to be done.
      for (const mail of [first, second, second]) await deliver(mail);
      expect(sent.map(({ to }) => to.length)).toEqual([1, 1]);
      expect(new Set(sent.map(({ to }) => to[0]!.email)).size).toBe(2);

      const answered = await invite('Beantwoord', apart);
      const [one, other] = await mails(answered);
      await deliver(one);
      await apart.data(
        'mutation ($input: RecordNpsResponseInput!) { recordNpsResponse(input: $input) { ok errors { message } } }',
        { input: { surveyId: answered, score: 9 } },
      );
      await deliver(other);
      expect(sent).toHaveLength(3);
    } finally {
      await apart.close();
    }
  });
});

describe('the request for a mail', () => {
  const request = (fail: boolean) =>
    one.subgraph.database
      .em()
      .transactional(async (em) => {
        const wanted = { kind: MailKind.TASK, subjectId: 'nooit', recipientIds: ['prof-02'], by: null };
        await requestMail({ clock: clock(TEST_NOW), publish: one.outbox.publish }, em, wanted);
        if (fail) throw new Error('given up');
      })
      .catch(() => {});

  test('is given up with the transaction it stands in', async () => {
    await request(true);
    expect(await one.query("select 1 from employers.mail where subject_id = 'nooit'")).toEqual([]);
    expect(await one.query("select 1 from outbox.job where data->'data'->>'subjectId' = 'nooit'")).toEqual([]);
  });

  test('to nobody is none', async () => {
    const id = await one.subgraph.database.em().transactional((em) =>
      requestMail({ clock: clock(TEST_NOW), publish: one.outbox.publish }, em, {
        kind: MailKind.TASK,
        subjectId: 'niemand',
        recipientIds: [],
        by: null,
      }),
    );
    expect(id).toBeNull();
  });

  test('handed over by two processes at once is sent once', async () => {
    const sent: Message[] = [];
    const slow: Post = {
      async send(message) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        sent.push(message);
      },
      close: async () => {},
    };
    const apart = await employersAlone();
    try {
      const { task } = (await apart.data(PLAN, { input: { title: 'Twee processen', ownerId: 'prof-02', mail: true } }))
        .planTask;
      const [mail] = await apart.query('select id from employers.mail where subject_id = $1', [task.id]);
      const { database } = apart.subgraph;
      const send = mailSender({ database, clock: clock(TEST_NOW), publish: apart.outbox.publish, log: silent }, slow);
      const event = { data: { mailId: mail!.id, kind: 'TASK', subjectId: task.id } } as unknown as Event;
      await Promise.all([send(event), send(event), send(event)]);
      await send(event);
      expect(sent).toHaveLength(1);
    } finally {
      await apart.close();
    }
  });
});

describe('mail where there is no mail server', () => {
  test('is put into a folder, one file a message, however often it is sent', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'werkgraaf-mail-'));
    const kept = openPost({ smtpUrl: null, folder: join(folder, 'mail'), from: 'werkgraaf@werkgraaf.example' });
    const message: Message = {
      messageId: '019d0000-0000-7000-8000-00000000000a@werkgraaf',
      to: [{ name: 'Esra Kloosterboer', email: 'esra@werkgraaf.example' }],
      replyTo: null,
      subject: 'Onderwerp',
      text: 'Tekst\n',
      at: new Date(TEST_NOW),
    };
    await kept.send(message);
    await kept.send({ ...message, text: 'Tekst, nog eens\n' });
    expect(await readdir(join(folder, 'mail'))).toEqual(['019d0000-0000-7000-8000-00000000000a@werkgraaf.eml']);
    const text = await readFile(join(folder, 'mail', '019d0000-0000-7000-8000-00000000000a@werkgraaf.eml'), 'utf8');
    expect(text).toContain('Message-ID: <019d0000-0000-7000-8000-00000000000a@werkgraaf>\r\n');
    expect(text).toContain('Tekst, nog eens');
    await kept.close();
    await rm(folder, { recursive: true });
  });
});
