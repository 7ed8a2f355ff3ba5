import { chickenFamily } from './menu-chicken-pizza.ts';

/** Every family of the menu label set, in the order the tree shows them. */
export const menuFamilies = [chickenFamily] as const;

export type MenuTopKey = (typeof menuFamilies)[number]['top']['key'];
export type MenuLeafKey = (typeof menuFamilies)[number]['leaves'][number]['key'];
