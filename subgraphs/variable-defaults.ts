import {
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  valueFromASTUntyped,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

type Variables = Record<string, unknown>;
type Fill = (value: unknown) => unknown;

/** What fills the defaults inside a value of `type`; null when there are none, which is the usual case. */
function fillOf(type: GraphQLInputType, under: Set<GraphQLInputType>): Fill | null {
  if (isNonNullType(type)) return fillOf(type.ofType, under);
  if (isListType(type)) {
    const fill = fillOf(type.ofType, under);
    return fill && ((value) => (Array.isArray(value) ? value.map(fill) : value));
  }
  if (!isInputObjectType(type) || under.has(type)) return null;
  const deeper = new Set(under).add(type);
  const fields = Object.values(type.getFields())
    .map(({ name, defaultValue, type: of }) => ({ name, defaultValue, fill: fillOf(of, deeper) }))
    .filter(({ defaultValue, fill }) => defaultValue !== undefined || fill);
  if (!fields.length) return null;
  return (value) => {
    if (typeof value !== 'object' || value === null) return value;
    const whole: Variables = { ...value };
    for (const { name, defaultValue, fill } of fields) {
      if (whole[name] === undefined && defaultValue !== undefined) whole[name] = defaultValue;
      // What is absent stays so: graphql-jit takes a key without a value for null, and null empties.
      else if (fill && whole[name] !== undefined) whole[name] = fill(whole[name]);
    }
    return whole;
  };
}

/**
 * Fills in the defaults of variables and of the input fields inside them (GraphQL, section 6.1.2), which graphql-jit
 * 0.8.9 forgets where the type is non-null. Null when the operation has none to fill.
 */
export function variableDefaults(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): ((given: Variables) => Variables) | null {
  const fills = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue, type }) => {
    const name = variable.name.value;
    const fill = fillOf(typeFromAST(schema, type as never) as unknown as GraphQLInputType, new Set());
    const standard = defaultValue ? valueFromASTUntyped(defaultValue) : undefined;
    return standard === undefined && !fill ? [] : [{ name, fill, standard }];
  });
  if (!fills.length) return null;
  return (given) => {
    const whole = { ...given };
    for (const { name, fill, standard } of fills) {
      if (whole[name] === undefined && standard !== undefined) whole[name] = standard;
      if (fill && whole[name] !== undefined) whole[name] = fill(whole[name]);
    }
    return whole;
  };
}
