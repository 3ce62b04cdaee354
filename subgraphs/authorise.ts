import { defaultFieldResolver, GraphQLError, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { Identity } from '../runtime/identity.js';

/** A rule of access: who may read a field or call a mutation. `told` finishes the sentence "Dit mag alleen ...". */
export interface Rule {
  told: string;
  allows(identity: Identity): boolean;
}

/**
 * Who may see what, in one readable table: per type, the names of its fields behind the rule they stand under.
 * Every field of every type of the subgraph stands in it exactly once (a test made from the SDL holds that).
 */
export type Access = Record<string, ReadonlyArray<readonly [Rule, string]>>;

/** One table of several: the rows a type has in each of them come under that type, in the order given. */
export function joinAccess(...tables: Access[]): Access {
  const joined: Record<string, Access[string]> = {};
  for (const [type, rows] of tables.flatMap((table) => Object.entries(table)))
    joined[type] = [...(joined[type] ?? []), ...rows];
  return joined;
}

/** Types that federation itself adds, which hold no data of their own. */
const FEDERATION = new Set(['_Service']);

const roles = (told: string, ...allowed: string[]): Rule => ({
  told,
  allows: ({ roles }) => roles.some((role) => allowed.includes(role)),
});

const SERVICE = [
  'ACCOUNT_MANAGER',
  'MATCHMAKER',
  'CASE_MANAGER',
  'IAA_ADVISER',
  'EURES_ADVISER',
  'LABOUR_EXPERT',
  'SPECIALIST',
  'WBS_SUPPORT',
  'NATIONAL_LIAISON',
];

/** Anybody who logged in with at least one role: the service is registered openly for the whole chain (R-007). */
export const employee: Rule = { told: 'wie is ingelogd met een rol', allows: ({ roles }) => roles.length > 0 };
/** Who works with employers and jobseekers; an analyst sees figures, not people (R-248). */
export const staff = roles('een medewerker van de dienstverlening of het management', ...SERVICE, 'MANAGER', 'ADMIN');
/** Who registers what happened at an employer (R-091): every specialist, not management or analysts (R-004). */
export const registrar = roles('een medewerker van de dienstverlening', ...SERVICE);
/** Who mediates jobseekers: sees who they are and what benefit they have (R-167, R-249). */
export const mediator = roles(
  'wie werkzoekenden bemiddelt',
  'ACCOUNT_MANAGER',
  'MATCHMAKER',
  'CASE_MANAGER',
  'LABOUR_EXPERT',
  'SPECIALIST',
);
/** Who decides for a region: its agreements, and who works there. */
export const management = roles('het management of functioneel beheer', 'MANAGER', 'ADMIN');
/** Who steers: the strategic layer (R-004). */
export const steering = roles('het management of een analist', 'MANAGER', 'ANALYST', 'ADMIN');

function ruleOf(access: Access, type: string, field: string): Rule | undefined {
  return access[type]?.find(([, names]) => names.split(/\s+/).includes(field))?.[0];
}

/** Fields without a rule, rules without a field, and fields with two: each a line. Empty when the table is right. */
export function gapsIn(access: Access, schema: GraphQLSchema): string[] {
  const gaps: string[] = [];
  const types = Object.values(schema.getTypeMap()).filter(
    (t) => isObjectType(t) && !t.name.startsWith('__') && !FEDERATION.has(t.name),
  );
  for (const type of types) {
    if (!isObjectType(type)) continue;
    const named = (access[type.name] ?? []).flatMap(([, names]) => names.trim().split(/\s+/));
    const fields = Object.keys(type.getFields()).filter((name) => !['_service', '_entities'].includes(name));
    for (const field of fields) {
      const times = named.filter((name) => name === field).length;
      if (times !== 1)
        gaps.push(`${type.name}.${field} has ${times === 0 ? 'no rule of access' : `${times} rules of access`}`);
    }
    for (const name of named)
      if (!fields.includes(name)) gaps.push(`${type.name}.${name} has a rule of access and does not exist`);
  }
  for (const name of Object.keys(access))
    if (!types.some((t) => t.name === name)) gaps.push(`${name} has rules of access and does not exist`);
  return gaps;
}

const unauthenticated = () => new GraphQLError('Log eerst in.', { extensions: { code: 'UNAUTHENTICATED' } });

function guard(field: GraphQLField<unknown, { identity: Identity | null }>, rule: Rule): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    if (!context.identity) throw unauthenticated();
    if (!rule.allows(context.identity)) {
      throw new GraphQLError(`U mag dit niet zien of doen: dit mag alleen ${rule.told}.`, {
        extensions: { code: 'FORBIDDEN' },
      });
    }
    return resolve(source, args, context, info);
  };
}

/**
 * Puts the table's rules before the resolvers of `schema`, in place. The door of the subgraph (queries, mutations and
 * `_entities`, which anybody who reaches the subgraph can call) asks for a log-in; a field behind it is guarded only
 * where its rule asks more than that, so that ordinary fields cost nothing.
 */
export function authorise(schema: GraphQLSchema, access: Access): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isRoot = roots.includes(type);
    for (const field of Object.values(type.getFields())) {
      if (field.name === '_service') continue;
      const rule = field.name === '_entities' ? employee : (ruleOf(access, type.name, field.name) ?? nobody);
      if (isRoot || rule !== employee) guard(field, rule);
    }
  }
  return schema;
}

/** What a forgotten field falls under: closed, never open. */
const nobody: Rule = { told: 'niemand: er is geen regel voor', allows: () => false };
