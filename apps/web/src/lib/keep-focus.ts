import type { MouseEvent } from 'react';

const pressed = 'button, a[href], [role="button"]';

/**
 * For `onMouseDown` of what surrounds the work (rail, top bar, folds): a press with the mouse leaves the focus where it
 * is, or the next Enter would press that button again. By keyboard one still gets there and stays.
 */
export function keepFocus(event: MouseEvent): void {
  const { currentTarget, target } = event;
  // An open menu bubbles through React's tree from elsewhere in the page: what it does with the focus is its own.
  if (!(target instanceof Element) || !currentTarget.contains(target)) return;
  if (target.closest(pressed)) event.preventDefault();
}

/**
 * For the closing of a menu that `keepFocus` let open: while it fades, its item would still have the focus, and the next
 * Enter would choose it.
 */
export function dropFocus(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
