import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isSpecifiedScalarType,
  isEnumType,
  Kind,
  parse,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { BoundedCache } from './bounded-cache.js';

/** What may stand under one name of an answer. `any` where the schema does not say. */
type Shape = 'any' | 'leaf' | { list: Shape } | { fields: Map<string, Shape> };

function merge(one: Shape | undefined, other: Shape): Shape {
  if (!one || typeof one === 'string' || typeof other === 'string') return one && one !== other ? 'any' : other;
  if ('list' in one && 'list' in other) return { list: merge(one.list, other.list) };
  if (!('fields' in one) || !('fields' in other)) return 'any';
  const fields = new Map(one.fields);
  for (const [name, shape] of other.fields) fields.set(name, merge(fields.get(name), shape));
  return { fields };
}

function shapeOf(type: GraphQLOutputType, selection: SelectionSetNode | undefined, schema: GraphQLSchema): Shape {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return { list: shapeOf(nullable.ofType, selection, schema) };
  const named = getNamedType(type);
  if (isCompositeType(named)) return selection ? fieldsOf(named.name, selection, schema) : 'any';
  return isSpecifiedScalarType(named) || isEnumType(named) ? 'leaf' : 'any';
}

function fieldsOf(typeName: string, selection: SelectionSetNode, schema: GraphQLSchema): Shape {
  let shape: Shape = { fields: new Map() };
  const type = schema.getType(typeName);
  for (const node of selection.selections) {
    if (node.kind === Kind.INLINE_FRAGMENT) {
      shape = merge(shape, fieldsOf(node.typeCondition?.name.value ?? typeName, node.selectionSet, schema));
    } else if (node.kind === Kind.FIELD) {
      const name = node.name.value;
      const field = type && 'getFields' in type ? type.getFields()[name] : undefined;
      let inner: Shape = 'any';
      if (name === '_entities') inner = { list: fieldsOf('', node.selectionSet!, schema) };
      else if (field && 'args' in field) inner = shapeOf(field.type, node.selectionSet, schema);
      shape = merge(shape, { fields: new Map([[node.alias?.value ?? name, inner]]) });
    }
  }
  return shape;
}

function fits(value: unknown, shape: Shape): boolean {
  if (value === null || value === undefined || shape === 'any') return true;
  if (shape === 'leaf') return typeof value !== 'object';
  if ('list' in shape) return Array.isArray(value) && value.every((item) => fits(item, shape.list));
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  for (const [name, inner] of shape.fields) if (!fits((value as Record<string, unknown>)[name], inner)) return false;
  return true;
}

const shapes = new WeakMap<GraphQLSchema, BoundedCache<Shape>>();

/**
 * Whether `data` is shaped as an answer to the planner's question `text`: objects, lists and values where the schema
 * has them. The gateway throws the whole answer away over one object that is a text, so a subgraph in another process
 * is not taken at its word.
 */
export function isShaped(data: Record<string, unknown>, text: string, schema: GraphQLSchema): boolean {
  const kept = shapes.get(schema) ?? new BoundedCache<Shape>({ maxWeight: 1_000 });
  shapes.set(schema, kept);
  let shape = kept.find(text);
  if (!shape) {
    const [operation] = parse(text, { noLocation: true }).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return false;
    const root = schema.getRootType(operation.operation);
    shape = fieldsOf(root?.name ?? '', operation.selectionSet, schema);
    kept.keep(text, shape);
  }
  return fits(data, shape);
}
