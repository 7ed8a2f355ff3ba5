-- Jamo columns are searched by trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('operator', 'store_manager', 'marketer', 'ml_engineer', 'analyst', 'admin');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "image" TEXT,
    "role" "role" NOT NULL DEFAULT 'operator',
    "locale" TEXT NOT NULL DEFAULT 'ko',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verifications" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_stores" (
    "user_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,

    CONSTRAINT "user_stores_pkey" PRIMARY KEY ("user_id","store_id")
);

-- CreateTable
CREATE TABLE "stores" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_jamo" TEXT NOT NULL,
    "name_initials" TEXT NOT NULL,
    "district" TEXT,
    "category" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "rating" DOUBLE PRECISION,
    "weekly_orders" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stores_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "menu_items" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "store_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_jamo" TEXT NOT NULL,
    "name_initials" TEXT NOT NULL,
    "text_key" TEXT NOT NULL,
    "options" TEXT,
    "price_krw" INTEGER,
    "weekly_orders" INTEGER NOT NULL DEFAULT 0,
    "label_key" TEXT,
    "label_source" TEXT,
    "labelled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "menu_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "store_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "author" TEXT,
    "rating" SMALLINT,
    "taste_rating" SMALLINT,
    "menu_text" TEXT,
    "text" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imports" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "is_dry_run" BOOLEAN NOT NULL DEFAULT false,
    "mapping" JSONB NOT NULL,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_created" INTEGER NOT NULL DEFAULT 0,
    "rows_updated" INTEGER NOT NULL DEFAULT 0,
    "rows_unchanged" INTEGER NOT NULL DEFAULT 0,
    "rows_rejected" INTEGER NOT NULL DEFAULT 0,
    "rows_warned" INTEGER NOT NULL DEFAULT 0,
    "error" JSONB,
    "started_by_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_problems" (
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT,
    "severity" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "value" TEXT,

    CONSTRAINT "import_problems_pkey" PRIMARY KEY ("import_id","position")
);

-- CreateTable
CREATE TABLE "label_sets" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name_ko" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "label_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "labels" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "label_set_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "parent_key" TEXT,
    "position" INTEGER NOT NULL,
    "name_ko" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "guideline_ko" TEXT,
    "guideline_en" TEXT,

    CONSTRAINT "labels_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "queues" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key" TEXT NOT NULL,
    "slot_key" TEXT NOT NULL,
    "label_set_id" UUID NOT NULL,
    "item_kind" TEXT NOT NULL,
    "name_ko" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "lease_seconds" INTEGER NOT NULL DEFAULT 300,
    "sla_minutes" INTEGER NOT NULL DEFAULT 1440,
    "priority_rule" TEXT NOT NULL DEFAULT 'model-doubt',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "queues_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tasks" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "queue_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "priority" REAL NOT NULL DEFAULT 0,
    "lease_holder_id" UUID,
    "lease_expires_at" TIMESTAMPTZ(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "deferred_until" TIMESTAMPTZ(3),
    "model_version_id" UUID,
    "top_label_key" TEXT,
    "top_probability" REAL,
    "margin" REAL,
    "resolved_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_skips" (
    "task_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_skips_pkey" PRIMARY KEY ("task_id","user_id")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "queue_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "label_key" TEXT,
    "skip_reason" TEXT,
    "comment" TEXT,
    "model_version_id" UUID,
    "predicted_label_key" TEXT,
    "predicted_probability" REAL,
    "duration_ms" INTEGER NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resolutions" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "task_id" UUID NOT NULL,
    "queue_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "decision_id" UUID,
    "label_key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "text_key" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "previous_label_key" TEXT,
    "previous_label_source" TEXT,
    "was_correction" BOOLEAN NOT NULL DEFAULT false,
    "seq" BIGSERIAL NOT NULL,
    "revoked_seq" BIGINT,
    "resolved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "resolutions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slots" (
    "key" TEXT NOT NULL,
    "name_ko" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "champion_id" UUID,
    "champion_version" INTEGER NOT NULL DEFAULT 0,
    "train_every" INTEGER NOT NULL DEFAULT 200,
    "promotion_policy" TEXT NOT NULL DEFAULT 'automatic',
    "held_out_share" DOUBLE PRECISION NOT NULL DEFAULT 0.1,
    "primary_metric" TEXT NOT NULL DEFAULT 'accuracy',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "slots_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "data_sets" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slot_key" TEXT NOT NULL,
    "queue_id" UUID NOT NULL,
    "label_set_id" UUID NOT NULL,
    "until_seq" BIGINT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "held_out_share" DOUBLE PRECISION NOT NULL,
    "train_count" INTEGER NOT NULL,
    "test_count" INTEGER NOT NULL,
    "label_counts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "data_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_runs" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slot_key" TEXT NOT NULL,
    "data_set_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "stage" TEXT,
    "fraction" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "is_cancel_requested" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "seed" INTEGER NOT NULL DEFAULT 1,
    "losses" JSONB NOT NULL DEFAULT '[]',
    "error" TEXT,
    "triggered_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "training_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_versions" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slot_key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "run_id" UUID,
    "data_set_id" UUID,
    "artifact_hash" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "code_version" TEXT NOT NULL,
    "train_seconds" DOUBLE PRECISION NOT NULL,
    "metrics" JSONB NOT NULL,
    "comparison" JSONB,
    "verdict" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_artifacts" (
    "model_version_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "model_artifacts_pkey" PRIMARY KEY ("model_version_id")
);

-- CreateTable
CREATE TABLE "promotions" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slot_key" TEXT NOT NULL,
    "champion_version" INTEGER NOT NULL,
    "model_version_id" UUID NOT NULL,
    "previous_id" UUID,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by_id" UUID,
    "promoted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "promotions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "target_kind" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT,
    "seq" BIGINT,
    "prev_hash" TEXT,
    "hash" TEXT,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_outbox" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions"("token");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_provider_id_account_id_key" ON "accounts"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verifications_identifier_idx" ON "verifications"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limits_key_key" ON "rate_limits"("key");

-- CreateIndex
CREATE INDEX "user_stores_store_id_idx" ON "user_stores"("store_id");

-- CreateIndex
CREATE UNIQUE INDEX "stores_external_id_key" ON "stores"("external_id");

-- CreateIndex
CREATE INDEX "stores_name_jamo_idx" ON "stores" USING GIN ("name_jamo" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "menu_items_external_id_key" ON "menu_items"("external_id");

-- CreateIndex
CREATE INDEX "menu_items_store_id_idx" ON "menu_items"("store_id");

-- CreateIndex
CREATE INDEX "menu_items_text_key_idx" ON "menu_items"("text_key");

-- CreateIndex
CREATE INDEX "menu_items_name_jamo_idx" ON "menu_items" USING GIN ("name_jamo" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "menu_items_name_initials_idx" ON "menu_items" USING GIN ("name_initials" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "reviews_external_id_key" ON "reviews"("external_id");

-- CreateIndex
CREATE INDEX "reviews_store_id_written_at_idx" ON "reviews"("store_id", "written_at" DESC);

-- CreateIndex
CREATE INDEX "imports_started_at_idx" ON "imports"("started_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "label_sets_key_version_key" ON "label_sets"("key", "version");

-- CreateIndex
CREATE UNIQUE INDEX "labels_label_set_id_key_key" ON "labels"("label_set_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "queues_key_key" ON "queues"("key");

-- CreateIndex
CREATE INDEX "tasks_item_id_idx" ON "tasks"("item_id");

-- CreateIndex
CREATE INDEX "tasks_open_by_priority" ON "tasks"("queue_id", "priority" DESC, "id") WHERE (state = 'open');

-- CreateIndex
CREATE INDEX "tasks_open_by_age" ON "tasks"("queue_id", "created_at") WHERE (state = 'open');

-- CreateIndex
CREATE INDEX "tasks_open_by_id" ON "tasks"("queue_id", "id") WHERE (state = 'open');

-- CreateIndex
CREATE INDEX "tasks_leased" ON "tasks"("lease_holder_id") WHERE (lease_holder_id IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "tasks_queue_id_item_id_key" ON "tasks"("queue_id", "item_id");

-- CreateIndex
CREATE INDEX "decisions_task_id_idx" ON "decisions"("task_id");

-- CreateIndex
CREATE INDEX "decisions_user_id_queue_id_decided_at_idx" ON "decisions"("user_id", "queue_id", "decided_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "resolutions_decision_id_key" ON "resolutions"("decision_id");

-- CreateIndex
CREATE INDEX "resolutions_queue_id_seq_idx" ON "resolutions"("queue_id", "seq");

-- CreateIndex
CREATE INDEX "resolutions_item_id_idx" ON "resolutions"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "resolutions_standing" ON "resolutions"("task_id") WHERE (revoked_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "data_sets_slot_key_content_hash_key" ON "data_sets"("slot_key", "content_hash");

-- CreateIndex
CREATE INDEX "training_runs_slot_key_created_at_idx" ON "training_runs"("slot_key", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "model_versions_run_id_key" ON "model_versions"("run_id");

-- CreateIndex
CREATE UNIQUE INDEX "model_versions_slot_key_number_key" ON "model_versions"("slot_key", "number");

-- CreateIndex
CREATE INDEX "promotions_slot_key_promoted_at_idx" ON "promotions"("slot_key", "promoted_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "promotions_slot_key_champion_version_key" ON "promotions"("slot_key", "champion_version");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entries_seq_key" ON "audit_entries"("seq");

-- CreateIndex
CREATE INDEX "audit_entries_target_kind_target_id_at_idx" ON "audit_entries"("target_kind", "target_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_unsealed" ON "audit_entries"("id") WHERE (seq IS NULL);

-- CreateIndex
CREATE INDEX "job_outbox_waiting" ON "job_outbox"("id") WHERE (published_at IS NULL);

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_stores" ADD CONSTRAINT "user_stores_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_stores" ADD CONSTRAINT "user_stores_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "stores"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "menu_items" ADD CONSTRAINT "menu_items_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "stores"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "stores"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_problems" ADD CONSTRAINT "import_problems_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "labels" ADD CONSTRAINT "labels_label_set_id_fkey" FOREIGN KEY ("label_set_id") REFERENCES "label_sets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queues" ADD CONSTRAINT "queues_label_set_id_fkey" FOREIGN KEY ("label_set_id") REFERENCES "label_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_queue_id_fkey" FOREIGN KEY ("queue_id") REFERENCES "queues"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_sets" ADD CONSTRAINT "data_sets_slot_key_fkey" FOREIGN KEY ("slot_key") REFERENCES "slots"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_runs" ADD CONSTRAINT "training_runs_slot_key_fkey" FOREIGN KEY ("slot_key") REFERENCES "slots"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_runs" ADD CONSTRAINT "training_runs_data_set_id_fkey" FOREIGN KEY ("data_set_id") REFERENCES "data_sets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_versions" ADD CONSTRAINT "model_versions_slot_key_fkey" FOREIGN KEY ("slot_key") REFERENCES "slots"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_versions" ADD CONSTRAINT "model_versions_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "training_runs"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_versions" ADD CONSTRAINT "model_versions_data_set_id_fkey" FOREIGN KEY ("data_set_id") REFERENCES "data_sets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_artifacts" ADD CONSTRAINT "model_artifacts_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_slot_key_fkey" FOREIGN KEY ("slot_key") REFERENCES "slots"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

