import { demoMenuItems, demoReviews, demoStores, type DemoOptions, type DemoReview } from '@jeoul/demo/marketplace';
import { koreanSearchKeys } from '@jeoul/shared/korean/search';
import { answerKeyOf, givenKeysOf, type GivenLabel } from '@jeoul/shared/labeling/answers';
import { textKey } from '@jeoul/shared/catalog/text-key';
import type { App } from '../../lib/app.ts';
import { inBatches } from '../../lib/batches.ts';

const batchRows = 2_000;
/** One item in so many comes with its answer, as if a team had labelled a spreadsheet before: the first model learns from them. */
const answeredOneIn = 10;

type Deps = Pick<App, 'db'>;

/** Fills the catalogue with the generated marketplace. Repeating it adds nothing. */
export async function seedMarketplace(
  app: Deps,
  options: DemoOptions,
  onProgress: (what: string, done: number) => void,
): Promise<void> {
  await seedStores(app, options, onProgress);
  await seedMenuItems(app, options, onProgress);
  await seedReviews(app, options, onProgress);
}

async function seedStores(
  app: Deps,
  options: DemoOptions,
  onProgress: (what: string, done: number) => void,
): Promise<void> {
  let done = 0;
  for (const stores of inBatches(demoStores(options), batchRows)) {
    const rows = stores.map((store) => {
      const keys = koreanSearchKeys(store.name);
      return { ...store, jamo: keys.jamo, initials: keys.initials };
    });
    await app.db.pool.query(
      `INSERT INTO stores (external_id, name, name_jamo, name_initials, district, category, latitude, longitude, rating, weekly_orders)
       SELECT "externalId", name, jamo, initials, district, "primaryCategory", latitude, longitude, rating, "weeklyOrders"
       FROM jsonb_to_recordset($1::jsonb) AS s("externalId" text, name text, jamo text, initials text, district text,
         "primaryCategory" text, latitude float8, longitude float8, rating float8, "weeklyOrders" int)
       ON CONFLICT (external_id) DO NOTHING`,
      [JSON.stringify(rows)],
    );
    onProgress('stores', (done += stores.length));
  }
}

async function seedMenuItems(
  app: Deps,
  options: DemoOptions,
  onProgress: (what: string, done: number) => void,
): Promise<void> {
  let done = 0;
  for (const items of inBatches(demoMenuItems(options), batchRows)) {
    const rows = items.map((item) => {
      const keys = koreanSearchKeys(item.name);
      return { ...item, jamo: keys.jamo, initials: keys.initials, textKey: textKey(item.name) };
    });
    await app.db.pool.query(
      `INSERT INTO menu_items (store_id, external_id, name, name_jamo, name_initials, text_key, options, price_krw, weekly_orders)
       SELECT s.id, i."externalId", i.name, jamo, initials, "textKey", "optionsText", "priceKrw", i."weeklyOrders"
       FROM jsonb_to_recordset($1::jsonb) AS i("externalId" text, "storeExternalId" text, name text, jamo text, initials text,
         "textKey" text, "optionsText" text, "priceKrw" int, "weeklyOrders" int)
       JOIN stores s ON s.external_id = i."storeExternalId"
       ON CONFLICT (external_id) DO NOTHING`,
      [JSON.stringify(rows)],
    );
    onProgress('menu items', (done += items.length));
  }
}

async function seedReviews(
  app: Deps,
  options: DemoOptions,
  onProgress: (what: string, done: number) => void,
): Promise<void> {
  let done = 0;
  for (const reviews of inBatches(demoReviews(options), batchRows)) {
    await app.db.pool.query(
      `INSERT INTO reviews (store_id, external_id, author, rating, menu_text, text, written_at)
       SELECT s.id, r."externalId", r.author, r.rating, r."menuName", r.text, r."writtenAt"
       FROM jsonb_to_recordset($1::jsonb) AS r("externalId" text, "storeExternalId" text, author text, rating int,
         "menuName" text, text text, "writtenAt" timestamptz)
       JOIN stores s ON s.external_id = r."storeExternalId"
       ON CONFLICT (external_id) DO NOTHING`,
      [JSON.stringify(reviews)],
    );
    onProgress('reviews', (done += reviews.length));
  }
}

/** What a queue of the demo's reviews asks about them, and how many come with the true answer. */
export type ReviewQuestion = { oneIn: number; labelsOf: (review: DemoReview) => GivenLabel[] };

/** Few reviews are abusive, and a model needs some of every kind to be worth correcting: one in two is decided. */
export const abuseQuestion: ReviewQuestion = { oneIn: 2, labelsOf: ({ trueAbuse }) => abuseOf(trueAbuse) };

/** Most reviews speak of taste or texture. */
export const aspectQuestion: ReviewQuestion = {
  oneIn: 5,
  labelsOf: ({ trueAspects }) =>
    trueAspects.map(({ key, polarity, start, end }) => ({ labelKey: key, polarity, spans: [{ start, end }] })),
};

/** Gives some reviews of a demo's queue what is truly to be said of them, as imported. Repeating it adds nothing. */
export async function seedReviewAnswers(
  app: Deps,
  options: DemoOptions,
  { queueId, question }: { queueId: string; question: ReviewQuestion },
): Promise<number> {
  let given = 0;
  let n = 0;
  for (const reviews of inBatches(demoReviews(options), batchRows * 4)) {
    const answered = reviews
      .filter(() => n++ % question.oneIn === 0)
      .map((review) => {
        const { externalId, text } = review;
        const labels = question.labelsOf(review);
        const labelKeys = givenKeysOf({ labels });
        return { externalId, textKey: textKey(text), labelKeys, answerKey: answerKeyOf(labelKeys), answer: { labels } };
      });
    const { rowCount } = await app.db.pool.query(
      `WITH answers AS (
         SELECT t.id AS task_id, v.id AS item_id, v.text, a.*
         FROM jsonb_to_recordset($2::jsonb) AS a("externalId" text, "textKey" text, "labelKeys" text[], "answerKey" text, answer jsonb)
         JOIN reviews v ON v.external_id = a."externalId"
         JOIN tasks t ON t.item_id = v.id AND t.queue_id = $1 AND t.state = 'open'
       ), resolved AS (
         UPDATE tasks t SET state = 'resolved', resolved_at = now() FROM answers a WHERE t.id = a.task_id
       )
       INSERT INTO resolutions (task_id, queue_id, item_id, label_key, label_keys, answer, text, text_key, source)
       SELECT task_id, $1, item_id, "answerKey", "labelKeys", answer, text, "textKey", 'import' FROM answers`,
      [queueId, JSON.stringify(answered)],
    );
    given += rowCount ?? 0;
  }
  return given;
}

/** One label of each kind of abuse, with all that shows it. */
function abuseOf(trueAbuse: DemoReview['trueAbuse']): GivenLabel[] {
  return [...new Set(trueAbuse.map(({ key }) => key))].map((labelKey) => ({
    labelKey,
    spans: trueAbuse.filter(({ key }) => key === labelKey).map(({ start, end }) => ({ start, end })),
  }));
}

/** Gives one item in ten of the demo's queue its true answer, as an imported one. Repeating it adds nothing. */
export async function seedAnswers(app: Deps, options: DemoOptions, queueId: string): Promise<number> {
  let given = 0;
  let n = 0;
  for (const items of inBatches(demoMenuItems(options), batchRows * 4)) {
    const answered = items.filter((item) => n++ % answeredOneIn === 0 && !item.isAmbiguous);
    const { rowCount } = await app.db.pool.query(
      `WITH answers AS (
         SELECT t.id AS task_id, i.id AS item_id, i.name, i.text_key, a.label
         FROM unnest($2::text[], $3::text[]) AS a(external_id, label)
         JOIN menu_items i ON i.external_id = a.external_id
         JOIN tasks t ON t.item_id = i.id AND t.queue_id = $1 AND t.state = 'open'
       ), resolved AS (
         UPDATE tasks t SET state = 'resolved', resolved_at = now() FROM answers a WHERE t.id = a.task_id
       ), labelled AS (
         UPDATE menu_items i SET label_key = a.label, label_source = 'import', labelled_at = now()
         FROM answers a WHERE i.id = a.item_id
       )
       INSERT INTO resolutions (task_id, queue_id, item_id, label_key, label_keys, answer, text, text_key, source)
       SELECT task_id, $1, item_id, label, ARRAY[label], jsonb_build_object('labels', jsonb_build_array(jsonb_build_object('labelKey', label))),
         name, text_key, 'import' FROM answers`,
      [queueId, answered.map((item) => item.externalId), answered.map((item) => item.trueLabel)],
    );
    given += rowCount ?? 0;
  }
  return given;
}
