import { useRef, useSyncExternalStore } from 'react';

/** A value outside React that components can follow. Setting a value equal by reference tells nobody. */
export class ExternalStore<Value> {
  private value: Value;
  private readonly watchers = new Set<() => void>();

  constructor(initial: Value) {
    this.value = initial;
  }

  readonly get = (): Value => this.value;

  set(value: Value): void {
    if (Object.is(value, this.value)) return;
    this.value = value;
    for (const watcher of this.watchers) watcher();
  }

  update(change: (value: Value) => Value): void {
    this.set(change(this.value));
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };
}

export function useStore<Value>(store: ExternalStore<Value>): Value {
  return useSyncExternalStore(store.watch, store.get);
}

/** Some of what a store holds, as a list; who uses it draws again only when an item of it is another. */
export function useStoreList<Value, Item>(
  store: ExternalStore<Value>,
  select: (value: Value) => readonly Item[],
): readonly Item[] {
  const last = useRef<readonly Item[]>([]);
  return useSyncExternalStore(store.watch, () => {
    const next = select(store.get());
    const isSame = next.length === last.current.length && next.every((item, at) => item === last.current[at]);
    if (!isSame) last.current = next;
    return last.current;
  });
}
