import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * When a process started, as an opaque string that is equal for the same process and differs for a later one
 * which was given the same pid; `undefined` when no such process runs.
 */
export function startOfProcess(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') {
      // The same words for the same moment, whatever the surroundings of the process that asks.
      const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env }).trim() || undefined;
    }
    // The second field of /proc/PID/stat is the program's name, which may hold spaces and brackets: count after it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticksSinceBoot] = [afterName[0], afterName[19]];
    // A zombie holds nothing any more; it only waits for its parent to look.
    if (state === 'Z' || state === 'X' || ticksSinceBoot === undefined) return undefined;
    // Ticks since boot repeat from one boot to the next.
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${ticksSinceBoot}`;
  } catch {
    return undefined;
  }
}

/** Whether a process runs and is at home in this folder, as a Postgres server is in its cluster. */
export function runsInFolder(pid: number, folder: string): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === folder;
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(folder);
  } catch {
    return false;
  }
}
