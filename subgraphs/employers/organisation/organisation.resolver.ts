import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { whoAsks } from '../../context.js';
import type { EmployersContext } from '../context.js';
import { Organisation } from './organisation.js';
import { Professional, Role } from './professional.js';
import { Region } from './region.js';
import { agreementsOn, RegionAgreements } from './region-agreements.js';
import { Team } from './team.js';

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => [Region], { description: "Alle arbeidsmarktregio's." })
  regions(@Ctx() { em }: EmployersContext): Promise<Region[]> {
    return em.find(Region, {}, { orderBy: { name: 'asc' } });
  }

  @Query(() => Region, { nullable: true, description: 'Eén arbeidsmarktregio.' })
  region(
    @Arg('id', () => ID, { description: 'Kenmerk van de regio.' }) id: string,
    @Ctx() { regionById }: EmployersContext,
  ): Promise<Region | null> {
    return regionById.load(id);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'Centrumgemeente: bepaalt de contacttypen 10 en 11.',
  })
  centreMunicipality(
    @Root() region: Region,
    @Ctx() { organisationById }: EmployersContext,
  ): Promise<Organisation | null> | null {
    return region.centreMunicipalityId ? organisationById.load(region.centreMunicipalityId) : null;
  }

  @FieldResolver(() => [Organisation], { description: 'Organisaties die in de regio samenwerken.' })
  organisations(@Root() region: Region, @Ctx() { organisationsOfRegion }: EmployersContext): Promise<Organisation[]> {
    return organisationsOfRegion.load(region.id);
  }

  @FieldResolver(() => [Team], { description: 'Teams van de regio.' })
  teams(@Root() region: Region, @Ctx() { teamsOfRegion }: EmployersContext): Promise<Team[]> {
    return teamsOfRegion.load(region.id);
  }

  @FieldResolver(() => RegionAgreements, { nullable: true, description: 'De regionale afspraken die vandaag gelden.' })
  async agreements(
    @Root() region: Region,
    @Ctx() { agreementsOfRegion, clock }: EmployersContext,
  ): Promise<RegionAgreements | null> {
    return agreementsOn(await agreementsOfRegion.load(region.id), clock.today());
  }

  @FieldResolver(() => [RegionAgreements], {
    description: 'Alle versies van de regionale afspraken, nieuwste ingangsdatum eerst; ook die nog moeten ingaan.',
  })
  async agreementsHistory(
    @Root() region: Region,
    @Ctx() { agreementsOfRegion }: EmployersContext,
  ): Promise<RegionAgreements[]> {
    const versions = await agreementsOfRegion.load(region.id);
    return [...versions].sort((a, b) => b.validFrom.localeCompare(a.validFrom) || b.version - a.version);
  }
}

@Resolver(() => Team)
export class TeamResolver {
  @Query(() => [Team], { description: 'Teams van een regio.' })
  teams(
    @Arg('regionId', () => ID, { description: 'De regio.' }) regionId: string,
    @Ctx() { teamsOfRegion }: EmployersContext,
  ): Promise<Team[]> {
    return teamsOfRegion.load(regionId);
  }

  @FieldResolver(() => Region, { description: 'Regio.' })
  region(@Root() team: Team, @Ctx() { regionById }: EmployersContext): Promise<Region | null> {
    return regionById.load(team.regionId);
  }

  @FieldResolver(() => Organisation, { nullable: true, description: 'Organisatie.' })
  organisation(@Root() team: Team, @Ctx() { organisationById }: EmployersContext): Promise<Organisation | null> | null {
    return team.organisationId ? organisationById.load(team.organisationId) : null;
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Teamleider; neemt waar als een plek vacant is.' })
  lead(@Root() team: Team, @Ctx() { professionalById }: EmployersContext): Promise<Professional | null> | null {
    return team.leadId ? professionalById.load(team.leadId) : null;
  }

  @FieldResolver(() => [Professional], { description: 'Medewerkers van het team.' })
  members(@Root() team: Team, @Ctx() { membersOfTeam }: EmployersContext): Promise<Professional[]> {
    return membersOfTeam.load(team.id);
  }
}

@Resolver(() => Professional)
export class ProfessionalResolver {
  @Query(() => Professional, { nullable: true, description: 'Wie is ingelogd.' })
  me(@Ctx() context: EmployersContext): Promise<Professional | null> {
    return context.professionalById.load(whoAsks(context).professionalId);
  }

  @Query(() => [Professional], { description: 'Medewerkers, op naam.' })
  professionals(
    @Ctx() { em }: EmployersContext,
    @Arg('text', () => String, { nullable: true, description: 'Deel van de naam.' }) text?: string | null,
    @Arg('teamId', () => ID, { nullable: true, description: 'Alleen van dit team.' }) teamId?: string | null,
    @Arg('role', () => Role, { nullable: true, description: 'Alleen met deze rol.' }) role?: Role | null,
    @Arg('active', () => Boolean, { defaultValue: true, description: 'Werkzaam, of juist niet meer.' }) active = true,
  ): Promise<Professional[]> {
    const where = {
      active,
      ...(text ? { name: { $ilike: `%${text.replace(/[\\%_]/g, '\\$&')}%` } } : {}),
      ...(teamId ? { teamId } : {}),
      ...(role ? { roles: { $contains: [role] } } : {}),
    };
    return em.find(Professional, where, { orderBy: { name: 'asc' }, limit: 200 });
  }

  @FieldResolver(() => Organisation, { description: 'Organisatie.' })
  organisation(
    @Root() professional: Professional,
    @Ctx() { organisationById }: EmployersContext,
  ): Promise<Organisation | null> {
    return organisationById.load(professional.organisationId);
  }

  @FieldResolver(() => Team, { nullable: true, description: 'Team.' })
  team(@Root() professional: Professional, @Ctx() { teamById }: EmployersContext): Promise<Team | null> | null {
    return professional.teamId ? teamById.load(professional.teamId) : null;
  }

  @FieldResolver(() => [Professional], { description: 'Vervangers bij afwezigheid.' })
  async deputies(
    @Root() professional: Professional,
    @Ctx() { professionalById }: EmployersContext,
  ): Promise<Professional[]> {
    const found = await Promise.all(professional.deputyIds.map((id) => professionalById.load(id)));
    return found.filter((deputy) => deputy !== null);
  }
}

@Resolver(() => RegionAgreements)
export class RegionAgreementsResolver {
  @FieldResolver(() => Professional, { nullable: true, description: 'Wie deze versie vastlegde.' })
  setBy(
    @Root() { setById }: RegionAgreements,
    @Ctx() { professionalById }: EmployersContext,
  ): Promise<Professional | null> | null {
    return setById ? professionalById.load(setById) : null;
  }
}
