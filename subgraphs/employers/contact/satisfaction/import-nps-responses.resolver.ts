import { Arg, Ctx, Field, Int, Mutation, ObjectType, registerEnumType, Resolver } from 'type-graphql';
import { RuleNotice, UserError } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { write } from '../../../write.js';
import type { EmployersContext } from '../../context.js';
import { ALREADY_RECORDED, importNpsResponse } from './import-nps-response.js';
import { NpsSurvey } from './nps-survey.js';
import { ImportNpsResponsesInput } from './record-nps-response-input.js';

const MOST = 500;

export enum NpsImportOutcome {
  IMPORTED = 'IMPORTED',
  ALREADY_RECORDED = 'ALREADY_RECORDED',
  REFUSED = 'REFUSED',
}
registerEnumType(NpsImportOutcome, {
  name: 'NpsImportOutcome',
  description: 'Uitkomst van één ingelezen antwoord.',
  valuesConfig: {
    IMPORTED: { description: 'Vastgelegd' },
    ALREADY_RECORDED: { description: 'Was al vastgelegd, ongewijzigd gelaten' },
    REFUSED: { description: 'Geweigerd' },
  },
});

@ObjectType({ description: 'Ingelezen antwoord: wat er van één regel terechtkwam.' })
export class NpsImportRow {
  @Field(() => Int, { description: 'Plaats van de regel in de invoer, vanaf 0.' }) row!: number;
  @Field(() => NpsImportOutcome, { description: 'Uitkomst.' }) outcome!: NpsImportOutcome;
  @Field(() => NpsSurvey, { nullable: true, description: 'De meting; leeg als de regel is geweigerd.' })
  npsSurvey?: NpsSurvey | null;
  @Field(() => [UserError], { description: 'Waarom de regel is geweigerd.' }) errors!: UserError[];
}

@ObjectType({ description: 'Uitkomst van het inlezen van antwoorden op NPS-metingen.' })
export class ImportNpsResponsesPayload {
  @Field(() => [NpsImportRow], { description: 'De regels, in de volgorde van de invoer.' }) rows!: NpsImportRow[];
  @Field(() => Int, { description: 'Aantal dat nu is vastgelegd.' }) imported!: number;
  @Field(() => Int, { description: 'Aantal dat al was vastgelegd.' }) alreadyRecorded!: number;
  @Field(() => Int, { description: 'Aantal dat is geweigerd.' }) refused!: number;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten in het geheel: er is niets ingelezen.' }) errors!: UserError[];
}

@Resolver()
export class ImportNpsResponsesResolver {
  @Mutation(() => ImportNpsResponsesPayload, {
    description:
      'Leest antwoorden op NPS-metingen in. Een geweigerde regel houdt de andere niet tegen; dezelfde invoer mag vaker worden aangeboden.',
  })
  async importNpsResponses(
    @Arg('input', () => ImportNpsResponsesInput, { description: 'De antwoorden.' }) { rows }: ImportNpsResponsesInput,
    @Ctx() context: EmployersContext,
  ): Promise<ImportNpsResponsesPayload> {
    if (rows.length < 1 || rows.length > MOST)
      return {
        rows: [],
        imported: 0,
        alreadyRecorded: 0,
        refused: 0,
        notices: [],
        errors: [
          userError('OUT_OF_RANGE', ['input', 'rows'], `Lees 1 tot ${MOST} regels (rows) tegelijk in.`, 'R-246'),
        ],
      };
    const done: NpsImportRow[] = [];
    const told: RuleNotice[] = [];
    for (const [n, row] of rows.entries()) {
      // Each row is a write of its own: what was recorded stays when a later row fails, and the rest can be sent again.
      const { id, notices, errors } = await write(context, `importNpsResponses ${n}`, row, (em) =>
        importNpsResponse(context, em, row),
      );
      const again = notices.some(({ code }) => code === ALREADY_RECORDED);
      if (!again) told.push(...notices);
      done.push({
        row: n,
        outcome: !id ? NpsImportOutcome.REFUSED : again ? NpsImportOutcome.ALREADY_RECORDED : NpsImportOutcome.IMPORTED,
        npsSurvey: id ? await context.npsSurveyById.load(id) : null,
        errors: errors.map((error) => ({
          ...error,
          path: ['input', 'rows', String(n), ...error.path.slice(1)],
        })),
      });
    }
    const count = (outcome: NpsImportOutcome) => done.filter((row) => row.outcome === outcome).length;
    return {
      rows: done,
      imported: count(NpsImportOutcome.IMPORTED),
      alreadyRecorded: count(NpsImportOutcome.ALREADY_RECORDED),
      refused: count(NpsImportOutcome.REFUSED),
      notices: told,
      errors: [],
    };
  }
}
