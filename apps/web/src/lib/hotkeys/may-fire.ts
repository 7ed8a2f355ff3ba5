import { isOverlayShown } from '../overlay.ts';
import type { Hotkey } from './hotkey-registry.ts';

const textFieldTypes = new Set([
  'text',
  'search',
  'email',
  'password',
  'url',
  'tel',
  'number',
  'date',
  'time',
  'month',
]);
const overlay = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
const activatable = 'button, a[href], summary, [role="button"], [role="menuitem"], [role="option"], [role="tab"]';
const arrowed = '[role="slider"], [role="tab"], [role="radio"], input[type="range"], input[type="radio"], select';

function isTextField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return textFieldTypes.has(element.type);
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLElement && element.isContentEditable;
}

/** A key the focused thing already has a use for: Enter on a button, an arrow on a slider. */
function isTakenByFocus(element: Element, code: string): boolean {
  if (code === 'Enter' || code === 'NumpadEnter') return element.closest(activatable) !== null;
  if (code === 'Space') return element.closest(`${activatable}, input`) !== null;
  return code.startsWith('Arrow') && element.closest(arrowed) !== null;
}

/**
 * Whether a shortcut may act on this key press. Never while an input method composes (229 is what Chromium reports for
 * a key the input method took), never from a text field, an open dialog or menu, unless the shortcut says so.
 */
export function mayFire(event: KeyboardEvent, hotkey: Hotkey): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  if (event.repeat && !hotkey.repeats) return false;
  // From the key press that opens it: what lies over the page may still be on its way and have no focus yet.
  if (!hotkey.worksInDialog && isOverlayShown()) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (!target) return true;
  if (isTextField(target) && (!hotkey.worksInText || event.keyCode === 229)) return false;
  if (!hotkey.worksInDialog && target.closest(overlay)) return false;
  return !isTakenByFocus(target, event.code);
}
