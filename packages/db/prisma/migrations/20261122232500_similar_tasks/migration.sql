-- The key that near-copies of a dish's name share: without what stands in brackets, amounts with their units, sizes,
-- symbols and spaces. The same as nearCopyKey in packages/ml/src/near-copies.ts, which a test holds it to.
CREATE FUNCTION similar_key(name TEXT) RETURNS TEXT LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT left(coalesce(nullif(core.key, ''), replace(plain.text, ' ', '')), 120)
  FROM (SELECT trim(regexp_replace(regexp_replace(lower(normalize(name, NFKC)), '\s+', ' ', 'g'), '([^0-9])\1{3,}', '\1\1\1', 'g'))) AS plain(text),
  LATERAL (
    SELECT string_agg(word, '' ORDER BY place) FROM regexp_split_to_table(
      regexp_replace(
        regexp_replace(plain.text, '\([^()]*\)|\[[^][]*\]|<[^<>]*>|\{[^{}]*\}', ' ', 'g'),
        '[0-9]+(?:[.,/~-][0-9]+)*\s?(?:kg|mg|ml|cm|g|l|p|pcs?|ea|인분|인용|인|개입|개|마리|조각|장|줄|판|병|잔|캔|팩|세트|봉|구|호|인치|단계|가지|종)(?![a-zß-ʯㄱ-ㅣ가-힣ぁ-ヿ一-龥])|[0-9]+',
        ' ', 'g'),
      '[^a-zß-ʯㄱ-ㅣ가-힣ぁ-ヿ一-龥]+') WITH ORDINALITY AS words(word, place)
    WHERE word <> ALL (ARRAY['대', '중', '소', '특', '특대', '미니', '라지', '레귤러', '스몰', '미디움', '점보', '곱빼기', '곱배기', '보통',
      '기본', '하프', '싱글', '더블', '핫', '아이스', 's', 'm', 'l', 'xl', 'r', 'hot', 'ice', 'iced'])
  ) AS core(key)
$$;

-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "batch_id" UUID;

-- AlterTable
ALTER TABLE "tasks" ADD COLUMN     "similar_key" TEXT;

-- What waits is put together; what is resolved stays as it is, however much that may be.
UPDATE "tasks" t SET "similar_key" = similar_key(i."name") FROM "menu_items" i, "queues" q
WHERE t."state" = 'open' AND i."id" = t."item_id" AND q."id" = t."queue_id" AND q."item_kind" = 'menu_item';

-- CreateIndex
CREATE INDEX "decisions_of_batch" ON "decisions"("batch_id") WHERE (batch_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "tasks_open_by_similarity" ON "tasks"("queue_id", "similar_key", "id") WHERE (state = 'open' AND similar_key IS NOT NULL);
