import type { Permission, Role } from '@jeoul/shared/access/permissions';
import type { LinkProps } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { MessageKey } from '../lib/message-key.ts';

export type RailEntry = {
  to: NonNullable<LinkProps['to']>;
  label: MessageKey;
  icon: LucideIcon;
  /** Who sees it; everybody when left out. */
  permission?: Permission;
  /** Other words the palette finds it by. */
  keywords?: string;
};

export type HomeCard = {
  id: string;
  section: 'waiting' | 'asked' | 'changed' | 'live';
  permission?: Permission;
  /** Only for these roles. */
  roles?: readonly Role[];
  /** Draws its own loading, empty and error states; renders nothing when it has nothing to say to this person. */
  Card: ComponentType;
};

/**
 * Where a thing of one feature is opened, so that the others can link to it without knowing that feature. A feature with
 * something others link to adds a line here and offers it in its `Feature`.
 */
export type Places = {
  queue: (queueKey: string) => LinkProps;
  slot: (slotKey: string) => LinkProps;
  version: (slotKey: string, number: number) => LinkProps;
};

/** What works on whatever page of the console is open, and draws nothing. */
export type Background = { id: string; permission?: Permission; Background: ComponentType };

/** What a feature puts into the frame. Its routes go into `src/app/router.ts`. */
export type Feature = {
  rail: readonly RailEntry[];
  homeCards: readonly HomeCard[];
  places?: Partial<Places>;
  background?: Background;
  /** Mounted while the palette is open, wherever one is: offers what it has by `useCommands` and draws nothing. */
  PaletteCommands?: ComponentType;
};
