-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "answer" JSONB,
ADD COLUMN     "label_keys" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "labels" ADD COLUMN     "usual_action" TEXT;

-- AlterTable
ALTER TABLE "resolutions" ADD COLUMN     "answer" JSONB,
ADD COLUMN     "label_keys" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "reviews" ADD COLUMN     "visibility" TEXT NOT NULL DEFAULT 'visible';

-- AlterTable
ALTER TABLE "tasks" ADD COLUMN     "escalated_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "veil" TEXT NOT NULL DEFAULT 'likely';

-- CreateTable
CREATE TABLE "review_effects" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "review_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "policy_reason" TEXT NOT NULL,
    "spans" JSONB NOT NULL DEFAULT '[]',
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "replaced_by_id" UUID,

    CONSTRAINT "review_effects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_notices" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "effect_id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_objections" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "effect_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "filed_by_id" UUID NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'open',
    "ruled_by_id" UUID,
    "ruled_at" TIMESTAMPTZ(3),
    "ruling" TEXT,

    CONSTRAINT "review_objections_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "review_effects_decision_id_key" ON "review_effects"("decision_id");

-- CreateIndex
CREATE INDEX "review_effects_review_id_started_at_idx" ON "review_effects"("review_id", "started_at");

-- CreateIndex
CREATE INDEX "review_effects_running" ON "review_effects"("ends_at") WHERE (ended_at IS NULL AND ends_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "review_effects_started_at_id_idx" ON "review_effects"("started_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "review_effects_standing" ON "review_effects"("review_id") WHERE (ended_at IS NULL);

-- CreateIndex
CREATE INDEX "review_notices_effect_id_idx" ON "review_notices"("effect_id");

-- CreateIndex
CREATE INDEX "review_notices_waiting" ON "review_notices"("due_at") WHERE (left_at IS NULL AND withdrawn_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "review_objections_effect_id_key" ON "review_objections"("effect_id");

-- CreateIndex
CREATE INDEX "review_objections_open" ON "review_objections"("filed_at") WHERE (state = 'open');

-- CreateIndex
CREATE INDEX "reviews_by_author" ON "reviews"("author") WHERE (author IS NOT NULL);

-- AddForeignKey
ALTER TABLE "review_effects" ADD CONSTRAINT "review_effects_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_notices" ADD CONSTRAINT "review_notices_effect_id_fkey" FOREIGN KEY ("effect_id") REFERENCES "review_effects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_objections" ADD CONSTRAINT "review_objections_effect_id_fkey" FOREIGN KEY ("effect_id") REFERENCES "review_effects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was answered before answers could have several labels: the one label, in the shape of all answers.
UPDATE "decisions" SET "label_keys" = ARRAY["label_key"],
  "answer" = jsonb_build_object('labels', jsonb_build_array(jsonb_build_object('labelKey', "label_key")))
WHERE "label_key" IS NOT NULL;
UPDATE "resolutions" SET "label_keys" = ARRAY["label_key"],
  "answer" = jsonb_build_object('labels', jsonb_build_array(jsonb_build_object('labelKey', "label_key")));
