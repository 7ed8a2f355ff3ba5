import { access } from './ko/access.ts';
import { aspects } from './ko/aspects.ts';
import { catalog } from './ko/catalog.ts';
import { common } from './ko/common.ts';
import { error } from './ko/error.ts';
import { home } from './ko/home.ts';
import { labeling } from './ko/labeling.ts';
import { models } from './ko/models.ts';
import { platform } from './ko/platform.ts';
import { records } from './ko/records.ts';
import { reviews } from './ko/reviews.ts';
import { shell } from './ko/shell.ts';
import { team } from './ko/team.ts';
import { similar } from './ko/similar.ts';

/** Every Korean text, by feature. A new feature adds its line here and in `en.ts`. */
export const ko = {
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
} as const;
