import type { LabelView } from '@jeoul/shared/labeling/contract';
import type { EffectAction } from '@jeoul/shared/labeling/answers';
import { withPolarities } from '@jeoul/shared/labeling/polar-labels';
import type { Database } from '@jeoul/db/client';

const cache = new WeakMap<Database, Map<string, Promise<LabelView[]>>>();

/** The labels of a label set's version in their order, those with polarity once a polarity. A version never changes, so it is read once a process. */
export async function labelsOf(db: Database, labelSetId: string): Promise<LabelView[]> {
  let byId = cache.get(db);
  if (!byId) cache.set(db, (byId = new Map()));
  let labels = byId.get(labelSetId);
  if (!labels) {
    byId.set(labelSetId, (labels = readLabels(db, labelSetId)));
    labels.catch(() => byId.delete(labelSetId));
  }
  return labels;
}

async function readLabels(db: Database, labelSetId: string): Promise<LabelView[]> {
  const { hasPolarity, labels: rows } = await db.prisma.labelSet.findUniqueOrThrow({
    where: { id: labelSetId },
    include: { labels: { orderBy: { position: 'asc' } } },
  });
  const parents = new Set(rows.map((row) => row.parentKey));
  const labels = rows.map(({ key, parentKey, nameKo, nameEn, guidelineKo, guidelineEn, usualAction }) => ({
    key,
    parentKey,
    nameKo,
    nameEn,
    guidelineKo,
    guidelineEn,
    // Only ever written from the contract's own list.
    usualAction: usualAction as EffectAction | null,
    isLeaf: !parents.has(key),
  }));
  return hasPolarity ? withPolarities(labels) : labels;
}
