/** In what order this window last showed a queue's tasks, so that a reload shows the same one first. */
const keyOf = (queueKey: string) => `jeoul.held.${queueKey}`;

export function storeHeldOrder(queueKey: string, taskIds: readonly string[]): void {
  try {
    sessionStorage.setItem(keyOf(queueKey), taskIds.join(' '));
  } catch {
    // A browser may forbid storage: the tasks then come in the queue's order.
  }
}

/** Puts tasks in the order this window showed them in before; those it did not show come after. */
export function inHeldOrder<Task extends { taskId: string }>(queueKey: string, tasks: readonly Task[]): Task[] {
  let stored: string[] = [];
  try {
    stored = (sessionStorage.getItem(keyOf(queueKey)) ?? '').split(' ');
  } catch {
    // As above.
  }
  const placeOf = (task: Task) => {
    const place = stored.indexOf(task.taskId);
    return place < 0 ? stored.length : place;
  };
  return [...tasks].sort((a, b) => placeOf(a) - placeOf(b));
}
