/**
 * A combination is written with physical key codes, so that `KeyG` is the same key with the Korean layout on:
 * `KeyG`, `Shift+Slash`, `Mod+KeyK` (⌘ on a Mac, Ctrl elsewhere), `Alt+ArrowUp`.
 */
export type Combo = string;

type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const names: Record<string, string> = {
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Slash: '/',
  Comma: ',',
  Period: '.',
  Minus: '-',
  Equal: '=',
  Backquote: '`',
  Semicolon: ';',
  Quote: "'",
  Enter: '⏎',
  Escape: 'Esc',
  Space: 'Space',
  Tab: 'Tab',
  Backspace: '⌫',
  Delete: 'Del',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** What Shift makes of a key whose shifted sign people know by itself. */
const shifted: Record<string, string> = { Slash: '?' };

export function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform);
}

function parts(combo: Combo): { code: string; mods: Set<string> } {
  const all = combo.split('+');
  const code = all.pop() ?? '';
  return { code, mods: new Set(all) };
}

/** The main row and the numeric pad are one key to people: `Numpad1` counts as `Digit1`, its Enter as Enter. */
function sameKey(code: string): string {
  if (code === 'NumpadEnter') return 'Enter';
  return /^Numpad\d$/.test(code) ? code.replace('Numpad', 'Digit') : code;
}

/** Whether this key press is that combination, no modifier more and none less. */
export function matchesCombo(event: Pressed, combo: Combo, mac: boolean): boolean {
  const { code, mods } = parts(combo);
  const isMod = mac ? event.metaKey : event.ctrlKey;
  const isOther = mac ? event.ctrlKey : event.metaKey;
  return (
    sameKey(event.code) === code &&
    isMod === mods.has('Mod') &&
    isOther === mods.has('Ctrl') &&
    event.shiftKey === mods.has('Shift') &&
    event.altKey === mods.has('Alt')
  );
}

const modifiers = /^(Shift|Control|Alt|Meta|OS|CapsLock|Fn|Lang|HangulMode|Hanja)/;

/** The combination a key press makes; null while only modifiers, or the keys of an input method, are down. */
export function comboFrom(event: Pressed, mac: boolean): Combo | null {
  if (event.code === '' || modifiers.test(event.code)) return null;
  const isMod = mac ? event.metaKey : event.ctrlKey;
  const isOther = mac ? event.ctrlKey : event.metaKey;
  const mods = [isMod && 'Mod', isOther && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift'];
  return [...mods.filter((mod) => mod !== false), sameKey(event.code)].join('+');
}

/** The caps to print for a combination, one a key: `Mod+KeyK` is `⌘K` on a Mac and `Ctrl`, `K` elsewhere. */
export function comboCaps(combo: Combo, mac: boolean): string[] {
  const { code, mods } = parts(combo);
  const sign = shifted[code];
  const caps: string[] = [];
  if (mods.has('Mod')) caps.push(mac ? '⌘' : 'Ctrl');
  if (mods.has('Ctrl')) caps.push('⌃');
  if (mods.has('Alt')) caps.push(mac ? '⌥' : 'Alt');
  if (mods.has('Shift') && !sign) caps.push(mac ? '⇧' : 'Shift');
  caps.push(mods.has('Shift') && sign ? sign : (names[code] ?? code.replace(/^(Key|Digit)/, '')));
  return mac && caps.length > 1 ? [caps.join('')] : caps;
}
