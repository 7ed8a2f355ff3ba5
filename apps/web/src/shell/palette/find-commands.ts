import { matchesKorean } from '@jeoul/shared/korean/search';
import type { Command } from '../../lib/commands.ts';

/** The commands that hold the query in their name, then those that hold it in their keywords; by syllable, jamo or initials. */
export function findCommands(commands: readonly Command[], query: string): readonly Command[] {
  const isNamed = (command: Command) => matchesKorean(query, command.label);
  const named = commands.filter(isNamed);
  const meant = commands.filter((command) => !isNamed(command) && matchesKorean(query, command.keywords ?? ''));
  return [...named, ...meant];
}
