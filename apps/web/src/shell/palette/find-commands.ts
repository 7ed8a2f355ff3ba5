import { matchesKorean } from '@jeoul/shared/korean/search';
import type { Command } from '../../lib/commands.ts';

/** More would not be looked through: whoever wants one of them types on. */
const mostFound = 60;

/** The commands that hold the query in their name, then those that hold it in their keywords; by syllable, jamo or initials. */
export function findCommands(commands: readonly Command[], query: string): readonly Command[] {
  if (query.trim() === '') return commands.filter((command) => !command.isOnlyFound);
  const isNamed = (command: Command) => matchesKorean(query, command.label);
  const named = commands.filter(isNamed);
  const meant = commands.filter((command) => !isNamed(command) && matchesKorean(query, command.keywords ?? ''));
  return [...named, ...meant].slice(0, mostFound);
}
