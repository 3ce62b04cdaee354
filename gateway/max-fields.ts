import { Kind, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql';
import { refusal } from './errors.js';

/**
 * Limits the fields of an operation, each fragment counted wherever it is spread. A short text can spread fragments
 * within fragments into a question of millions of fields, and the time to plan it grows with these.
 */
export function maxFieldsRule(most: number): ValidationRule {
  return (context: ValidationContext) => {
    const inFragment = new Map<string, number>();
    const count = (set: SelectionSetNode | undefined): number => {
      let fields = 0;
      for (const node of set?.selections ?? []) {
        if (node.kind === Kind.FIELD) fields += 1 + count(node.selectionSet);
        else if (node.kind === Kind.INLINE_FRAGMENT) fields += count(node.selectionSet);
        else fields += countFragment(node.name.value);
      }
      return fields;
    };
    const countFragment = (name: string): number => {
      const known = inFragment.get(name);
      if (known !== undefined) return known;
      // A fragment in a circle is refused elsewhere; here it must only come to an end.
      inFragment.set(name, 0);
      const fields = count(context.getFragment(name)?.selectionSet);
      inFragment.set(name, fields);
      return fields;
    };
    return {
      OperationDefinition(node) {
        if (count(node.selectionSet) <= most) return;
        context.reportError(
          refusal('LIMIT_EXCEEDED', `De vraag is te groot: hoogstens ${most} velden.`, { status: 400 }),
        );
      },
    };
  };
}
