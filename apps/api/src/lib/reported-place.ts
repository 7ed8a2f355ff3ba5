/**
 * The place of a task whose item people reported, as SQL: behind what was passed up (2), before all that was not reported
 * (at most 1), the more reports the sooner, and among equals as the model has it. `reports` and `priority` are SQL too.
 */
export function reportedPlace(reports: string, priority: string): string {
  return `CASE WHEN ${reports} = 0 THEN ${priority} ELSE 1 + (${reports} + ${priority}) / (${reports} + 2.0) END`;
}
