import { access } from './en/access.ts';
import { aspects } from './en/aspects.ts';
import { catalog } from './en/catalog.ts';
import { common } from './en/common.ts';
import { error } from './en/error.ts';
import { home } from './en/home.ts';
import { labeling } from './en/labeling.ts';
import { models } from './en/models.ts';
import { platform } from './en/platform.ts';
import { records } from './en/records.ts';
import { reviews } from './en/reviews.ts';
import { shell } from './en/shell.ts';
import { team } from './en/team.ts';
import { similar } from './en/similar.ts';
import type { ko } from './ko.ts';
import type { Localized } from './localized.ts';

/** Every English text, by feature. */
export const en: Localized<typeof ko> = {
  access,
  aspects,
  catalog,
  common,
  error,
  home,
  labeling,
  models,
  platform,
  records,
  reviews,
  shell,
  team,
  similar,
};
