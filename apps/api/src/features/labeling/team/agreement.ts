import type { Agreement } from '@jeoul/ml/agreement';
import { fleissKappa, gwetAc1 } from '@jeoul/ml/chance-agreement';
import { cohenKappa } from '@jeoul/ml/cohen-kappa';
import { krippendorffAlpha } from '@jeoul/ml/krippendorff-alpha';
import { type AgreementFigure, enoughAnswers, type TeamAgreement } from '@jeoul/shared/labeling/team';
import { mostAgreementTasks, type OverlapAnswer } from './overlaps.queries.ts';

/** The interval of α is drawn anew from the tasks so often, from so many at the most: more would keep the process busy. */
const bootstrap = { rounds: 200, tasks: 500 };
const mostPairs = 12;

/**
 * How far people agree who answered the same tasks, from all standing answers to them in order of time: a person's last
 * counts. α is measured on the newest 500 tasks. A task counts where two people answered and one of them within the range.
 */
export function agreementOf(
  queueKey: string,
  rows: readonly OverlapAnswer[],
  nameOf: (userId: string) => string,
): TeamAgreement {
  const byTask = new Map<string, OverlapAnswer[]>();
  for (const row of rows) {
    const answers = byTask.get(row.taskId);
    if (answers) answers.push(row);
    else byTask.set(row.taskId, [row]);
  }
  const shared = [...byTask.values()].filter(
    (answers) => new Set(answers.map(({ userId }) => userId)).size > 1 && answers.some(({ isInRange }) => isInRange),
  );
  const tasks = shared.map((answers) => new Map(answers.map(({ userId, labelKey }) => [userId, labelKey])));
  const ratings = tasks.map((answers) => [...answers.values()]);
  const fleiss = fleissKappa(ratings);
  return {
    queueKey,
    tasks: tasks.length,
    answers: shared.flat().filter(({ isInRange }) => isInRange).length,
    isCapped: byTask.size >= mostAgreementTasks,
    measured:
      tasks.length < enoughAnswers
        ? null
        : {
            observed: fleiss.observed,
            fleiss: figureOf(fleiss),
            ac1: figureOf(gwetAc1(ratings)),
            alpha: figureOf(alphaOf(ratings)),
          },
    pairs: pairsOf(tasks).map(({ people: [one, other], answers }) => ({
      names: [nameOf(one), nameOf(other)],
      tasks: answers.length,
      kappa:
        answers.length < enoughAnswers
          ? null
          : figureOf(
              cohenKappa(
                answers.map(([first]) => first),
                answers.map(([, second]) => second),
              ),
            ),
    })),
  };
}

function alphaOf(ratings: readonly string[][]): Agreement {
  const { rounds, tasks } = bootstrap;
  return krippendorffAlpha(ratings.slice(-tasks), { level: 'nominal', seed: 1, rounds });
}

type Pair = { people: [string, string]; answers: [string, string][] };

/** Each two people with their answers to the tasks both answered, those with most tasks first. */
function pairsOf(tasks: readonly ReadonlyMap<string, string>[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const answers of tasks) {
    const given = [...answers].toSorted(([one], [other]) => (one < other ? -1 : 1));
    for (const [at, [one, first]] of given.entries()) {
      for (const [other, second] of given.slice(at + 1)) {
        const pair = pairs.get(`${one} ${other}`) ?? { people: [one, other], answers: [] };
        pair.answers.push([first, second]);
        pairs.set(`${one} ${other}`, pair);
      }
    }
  }
  return [...pairs.values()].toSorted((one, other) => other.answers.length - one.answers.length).slice(0, mostPairs);
}

function figureOf({ value, low, high }: Agreement): AgreementFigure {
  return value === null ? null : { value, low, high };
}
