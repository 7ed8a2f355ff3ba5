-- DropIndex
DROP INDEX "tasks_open_by_age";

-- CreateIndex
CREATE INDEX "decisions_queue_id_decided_at_id_idx" ON "decisions"("queue_id", "decided_at", "id");

-- CreateIndex
CREATE INDEX "decisions_queue_id_label_key_decided_at_id_idx" ON "decisions"("queue_id", "label_key", "decided_at", "id");

-- CreateIndex
CREATE INDEX "tasks_by_age" ON "tasks"("queue_id", "state", "created_at", "id");

-- CreateIndex
CREATE INDEX "tasks_by_probability" ON "tasks"("queue_id", "state", "top_probability", "id");

-- CreateIndex
CREATE INDEX "tasks_by_predicted_label" ON "tasks"("queue_id", "state", "top_label_key", "top_probability", "id");

-- CreateIndex
CREATE INDEX "tasks_deferred" ON "tasks"("queue_id", "deferred_until") WHERE (deferred_until IS NOT NULL);

-- A decision changes an item's label alone: with room left on its page it touches none of the item's indexes.
ALTER TABLE "menu_items" SET (fillfactor = 90);
