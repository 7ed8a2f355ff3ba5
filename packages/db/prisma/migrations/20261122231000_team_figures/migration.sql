-- CreateTable
CREATE TABLE "operator_days" (
    "queue_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "user_id" UUID NOT NULL,
    "answered" INTEGER NOT NULL,
    "proposed" INTEGER NOT NULL,
    "accepted" INTEGER NOT NULL,
    "skipped" INTEGER NOT NULL,
    "escalated" INTEGER NOT NULL,
    "undone" INTEGER NOT NULL,

    CONSTRAINT "operator_days_pkey" PRIMARY KEY ("queue_id","day","user_id")
);

-- CreateTable
CREATE TABLE "label_days" (
    "queue_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "label_key" TEXT NOT NULL,
    "chosen" INTEGER NOT NULL,
    "proposed" INTEGER NOT NULL,
    "accepted" INTEGER NOT NULL,

    CONSTRAINT "label_days_pkey" PRIMARY KEY ("queue_id","day","label_key")
);

-- CreateTable
CREATE TABLE "pace_days" (
    "queue_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "user_id" UUID NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "answers" INTEGER NOT NULL,

    CONSTRAINT "pace_days_pkey" PRIMARY KEY ("queue_id","day","user_id","duration_ms")
);

-- CreateTable
CREATE TABLE "counted_days" (
    "queue_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "counted_days_pkey" PRIMARY KEY ("queue_id","day")
);

-- CreateTable
CREATE TABLE "changed_days" (
    "id" BIGSERIAL NOT NULL,
    "queue_id" UUID NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "changed_days_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_overlaps" (
    "task_id" UUID NOT NULL,
    "queue_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "task_overlaps_pkey" PRIMARY KEY ("task_id")
);

-- CreateIndex
CREATE INDEX "changed_days_queue_id_day_idx" ON "changed_days"("queue_id", "day");

-- CreateIndex
CREATE INDEX "task_overlaps_queue_id_answered_at_idx" ON "task_overlaps"("queue_id", "answered_at");

-- CreateIndex
CREATE INDEX "tasks_escalated" ON "tasks"("queue_id", "escalated_at") WHERE (escalated_at IS NOT NULL AND state = 'open');

-- Both are written with the change itself, so that whoever sees the one sees the other. A day is counted an hour after its
-- end at the earliest: a decision made before midnight may be committed after it.
CREATE FUNCTION note_changed_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO changed_days (queue_id, day)
  SELECT DISTINCT c.queue_id, (c.decided_at AT TIME ZONE 'Asia/Seoul')::date FROM changed c
  WHERE c.decided_at < date_trunc('day', now(), 'Asia/Seoul');
  RETURN NULL;
END $$;

CREATE FUNCTION note_task_overlaps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO task_overlaps (task_id, queue_id, answered_at)
  SELECT c.task_id, c.queue_id, max(c.decided_at) FROM changed c
  WHERE c.label_key IS NOT NULL AND EXISTS (
    SELECT FROM decisions o WHERE o.task_id = c.task_id AND o.user_id <> c.user_id AND o.label_key IS NOT NULL)
  GROUP BY c.task_id, c.queue_id
  ON CONFLICT (task_id) DO UPDATE SET answered_at = greatest(task_overlaps.answered_at, EXCLUDED.answered_at);
  RETURN NULL;
END $$;

CREATE TRIGGER decisions_added AFTER INSERT ON decisions REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_changed_days();
CREATE TRIGGER decisions_updated AFTER UPDATE ON decisions REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_changed_days();
CREATE TRIGGER decisions_overlapping AFTER INSERT ON decisions REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_task_overlaps();

INSERT INTO task_overlaps (task_id, queue_id, answered_at)
SELECT task_id, queue_id, max(decided_at) FROM decisions WHERE label_key IS NOT NULL
GROUP BY task_id, queue_id HAVING count(DISTINCT user_id) > 1;
