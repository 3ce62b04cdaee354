import { v7 } from 'uuid';
import type { EntityManager } from '../../../database.js';
import { exampleThemes } from './account-plan-form.js';
import type { PlanGoalInput } from './account-plan-input.js';
import { PlanGoal, PlanGoalSchema, PlanStatus } from './account-plan.js';

export interface GoalsOf {
  /** The plan that gets the goals, written in this transaction. */
  planId: string;
  /** The latest plan, which may be the same; null for a first one. */
  latestId: string | null;
  /** Its goals. */
  earlier: PlanGoal[];
  /** Null or left out: they stay. */
  wanted: PlanGoalInput[] | null | undefined;
  now: Date;
}

/** The goals that a plan has when it is saved: those given, else those of the plan before, else the example themes. */
function goalsToBe({ wanted, earlier, latestId }: GoalsOf): PlanGoalInput[] {
  if (wanted) return wanted;
  return latestId ? earlier : exampleThemes.map((title) => ({ title }));
}

/** Writes the goals of a plan: a draft's are changed and dropped, a new version gets its own with what was reached. */
export async function saveGoals(em: EntityManager, goals: GoalsOf): Promise<void> {
  const { planId, latestId, earlier, now } = goals;
  const wanted = goalsToBe(goals);
  const before = new Map(earlier.map((goal) => [goal.id, goal]));
  const inPlace = planId === latestId;
  const said = ({ title, measure, target, dueOn }: PlanGoalInput, n: number, old?: PlanGoal) => ({
    position: n + 1,
    title: title.trim(),
    measure: (measure === undefined ? old?.measure : measure?.trim()) ?? null,
    target: (target === undefined ? old?.target : target) ?? null,
    dueOn: (dueOn === undefined ? old?.dueOn : dueOn) ?? null,
  });
  const fresh: Record<string, unknown>[] = [];
  for (const [n, goal] of wanted.entries()) {
    const old = goal.id ? before.get(goal.id) : undefined;
    if (old && inPlace)
      await em.nativeUpdate(PlanGoal, { id: old.id }, { ...said(goal, n, old), version: old.version + 1 });
    else
      fresh.push({
        ...said(goal, n, old),
        id: v7(),
        planId,
        actual: old?.actual ?? null,
        status: old?.status ?? PlanStatus.ACTIVE,
        version: 1,
      });
  }
  if (fresh.length) await em.insertMany(PlanGoalSchema, fresh as never);
  const kept = wanted.flatMap(({ id }) => id ?? []);
  if (inPlace && goals.wanted) {
    const gone = earlier.filter(({ id }) => !kept.includes(id)).map(({ id }) => id);
    if (gone.length) await em.nativeUpdate(PlanGoal, { id: { $in: gone } }, { droppedAt: now });
  }
}
