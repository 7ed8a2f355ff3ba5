import type { MenuLeafKey } from '../labels/menu-keys.ts';

/** What there is to say of a dish's taste and texture. */
export type Facet =
  | 'any'
  | 'fried'
  | 'chicken'
  | 'meat'
  | 'soup'
  | 'bone'
  | 'noodle'
  | 'sauce'
  | 'cake'
  | 'rice'
  | 'raw'
  | 'pizza'
  | 'burger'
  | 'bread'
  | 'sweet'
  | 'ice'
  | 'coffee'
  | 'drink'
  | 'fruit'
  | 'salad';

const rules: readonly (readonly [RegExp, readonly Facet[]])[] = [
  [/^chicken-roasted/, ['meat', 'chicken', 'any']],
  [/^meat-|^korean-(stir|chicken)|steak|seafood-(grilled|octopus)/, ['meat', 'any']],
  [/^chicken-/, ['fried', 'chicken', 'any']],
  [/twigim|tangsuyuk|donkatsu|^side-(fries|cheese|chicken|dumpling|egg)|hot-dog/, ['fried', 'any']],
  [/jjamppong|mala|pho|ramen|udon|ramyeon|kalguksu|janchi/, ['soup', 'noodle', 'any']],
  [/gamjatang|haejangguk|beef-bone|samgyetang|gukbap/, ['soup', 'bone', 'any']],
  [/^soup-|hot-pot|eomuk/, ['soup', 'any']],
  [/^noodle-|jjajang|soba|pasta|asian-stir-fry|chinese-set/, ['noodle', 'any']],
  [/tteokbokki/, ['sauce', 'cake', 'any']],
  [/^braise-|sundae|asian-curry|chinese-dish/, ['sauce', 'any']],
  [/sashimi|hoe-deopbap|marinated|sushi/, ['raw', 'any']],
  [/^pizza-/, ['pizza', 'any']],
  [/^burger-|mexican/, ['burger', 'any']],
  [/dessert-(bread|waffle)/, ['bread', 'sweet', 'any']],
  [/dessert-ice/, ['ice', 'any']],
  [/^dessert-/, ['sweet', 'any']],
  [/americano|cafe-latte/, ['coffee', 'drink']],
  [/ade-juice|smoothie/, ['fruit', 'drink']],
  [/^cafe-|^drink-/, ['drink']],
  [/salad|bun-cha/, ['salad', 'any']],
];

/** The facets of dishes of a leaf; rice and the like when no rule fits. */
export function facetsOf(leaf: MenuLeafKey): readonly Facet[] {
  return rules.find(([pattern]) => pattern.test(leaf))?.[1] ?? ['rice', 'any'];
}
