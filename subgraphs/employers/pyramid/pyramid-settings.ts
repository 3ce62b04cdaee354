import { defineEntity, p } from '@mikro-orm/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../schema/scalars.js';
import { CustomerTier } from '../dossier/employer.js';

export const PyramidSettingsSchema = defineEntity({
  name: 'PyramidSettings',
  tableName: 'pyramid_settings',
  properties: {
    id: p.uuid().primary(),
    regionId: p.text(),
    companySizeFrom: p.json<number[]>(),
    vacanciesFrom: p.json<number[]>(),
    fulfilmentsFrom: p.json<number[]>(),
    continuityFrom: p.json<number[]>(),
    goldFrom: p.integer(),
    silverFrom: p.integer(),
    bronzeFrom: p.integer(),
    goldPartnershipFrom: p.integer(),
    goldVisitMonths: p.integer().nullable(),
    silverVisitMonths: p.integer().nullable(),
    bronzeVisitMonths: p.integer().nullable(),
    validFrom: p.date(),
    version: p.integer(),
    recordedAt: p.datetime(),
    setById: p.text(),
    reason: p.text(),
  },
});

@ObjectType({ description: 'Instellingen van de klantpiramide van een regio, per ingangsdatum.' })
export class PyramidSettings extends PyramidSettingsSchema.class {
  @Field(() => [Int], { description: 'Vanaf zoveel werkzame personen 1, 2 en 3 punten.' })
  declare companySizeFrom: number[];
  @Field(() => [Int], { description: 'Vanaf zoveel geopende vacatures in twaalf maanden 1, 2 en 3 punten.' })
  declare vacanciesFrom: number[];
  @Field(() => [Int], { description: 'Vanaf zoveel plaatsingen in twaalf maanden 1, 2 en 3 punten.' })
  declare fulfilmentsFrom: number[];
  @Field(() => [Int], {
    description: 'Vanaf zoveel van de laatste zes halve jaren met contact of plaatsing 1, 2 en 3 punten.',
  })
  declare continuityFrom: number[];
  @Field(() => Int, { description: 'Goud vanaf zoveel: punten en partnerschap samen.' }) declare goldFrom: number;
  @Field(() => Int, { description: 'Zilver vanaf zoveel.' }) declare silverFrom: number;
  @Field(() => Int, { description: 'Brons vanaf zoveel; daaronder Basis.' }) declare bronzeFrom: number;
  @Field(() => Int, { description: 'Goud vraagt minstens zoveel sterren partnerschap.' })
  declare goldPartnershipFrom: number;
  @Field(() => Int, { nullable: true, description: 'Een goudklant wordt om de zoveel maanden bezocht.' })
  declare goldVisitMonths: number | null | undefined;
  @Field(() => Int, { nullable: true, description: 'Een zilverklant wordt om de zoveel maanden bezocht.' })
  declare silverVisitMonths: number | null | undefined;
  @Field(() => Int, {
    nullable: true,
    description: 'Een bronsklant wordt om de zoveel maanden bezocht; leeg: naar behoefte.',
  })
  declare bronzeVisitMonths: number | null | undefined;
  @Field(() => LocalDate, { description: 'Ingangsdatum.' }) declare validFrom: string;
  @Field(() => Int, { description: 'Versie binnen de regio; 0 zolang de regio zelf niets heeft vastgesteld.' })
  declare version: number;
  @Field(() => DateTime, { nullable: true, description: 'Wanneer vastgelegd.' }) declare recordedAt: Date;
  @Field(() => String, { nullable: true, description: 'Waarom gewijzigd.' }) declare reason: string;
}
PyramidSettingsSchema.setClass(PyramidSettings);

/**
 * What holds until a region decides for itself; the source names the criteria and gives no bounds. Company size follows
 * the European classes of small (10), medium (50) and large (250) firms.
 */
export const defaultSettings = (regionId: string): PyramidSettings =>
  Object.assign(new PyramidSettings(), {
    regionId,
    companySizeFrom: [10, 50, 250],
    vacanciesFrom: [1, 3, 6],
    fulfilmentsFrom: [1, 3, 6],
    continuityFrom: [1, 3, 5],
    goldFrom: 12,
    silverFrom: 8,
    bronzeFrom: 4,
    goldPartnershipFrom: 3,
    goldVisitMonths: 3,
    silverVisitMonths: 6,
    bronzeVisitMonths: 12,
    validFrom: '2018-01-01',
    version: 0,
  });

/** The settings in force on a day, out of all versions of one region; of one day the later recorded holds. */
export const settingsOn = (versions: PyramidSettings[], regionId: string, onDate: string): PyramidSettings =>
  versions
    .filter((v) => v.validFrom <= onDate)
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom) || b.version - a.version)[0] ?? defaultSettings(regionId);

/** Within how many months an employer of a tier is visited; null: no number was agreed. */
export function visitMonths(settings: PyramidSettings, tier: CustomerTier | null | undefined): number | null {
  switch (tier) {
    case CustomerTier.GOLD:
      return settings.goldVisitMonths ?? null;
    case CustomerTier.SILVER:
      return settings.silverVisitMonths ?? null;
    case CustomerTier.BRONZE:
      return settings.bronzeVisitMonths ?? null;
    default:
      return null;
  }
}
