import {
  BreakingChangeType,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql';

/** What may go once a release has called it deprecated. */
const removals: BreakingChangeType[] = [
  BreakingChangeType.FIELD_REMOVED,
  BreakingChangeType.ARG_REMOVED,
  BreakingChangeType.VALUE_REMOVED_FROM_ENUM,
];

function deprecatedIn(released: GraphQLSchema): Set<string> {
  const told = new Set<string>();
  for (const type of Object.values(released.getTypeMap())) {
    if (isEnumType(type))
      for (const value of type.getValues())
        if (value.deprecationReason) told.add(`${value.name} was removed from enum type ${type.name}.`);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.deprecationReason) told.add(`${type.name}.${field.name} was removed.`);
      if ('args' in field)
        for (const arg of field.args)
          if (arg.deprecationReason) told.add(`${type.name}.${field.name} arg ${arg.name} was removed.`);
    }
  }
  return told;
}

/** What a client of `released` can no longer do with `current`, a line each; removing what was deprecated is allowed. */
export function breaksClients(released: GraphQLSchema, current: GraphQLSchema): string[] {
  const allowed = deprecatedIn(released);
  return findBreakingChanges(released, current)
    .filter(({ type, description }) => !(removals.includes(type) && allowed.has(description)))
    .map(({ description }) => description);
}
