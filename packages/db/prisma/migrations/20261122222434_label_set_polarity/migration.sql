-- AlterTable
ALTER TABLE "label_sets" ADD COLUMN     "has_polarity" BOOLEAN NOT NULL DEFAULT false;
