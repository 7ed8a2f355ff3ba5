-- AlterTable
ALTER TABLE "users" ADD COLUMN     "hotkeys" JSONB NOT NULL DEFAULT '{}';
