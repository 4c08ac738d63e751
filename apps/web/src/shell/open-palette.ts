export const paletteAsked = 'tandem:palette';

/** Opens the palette from wherever a button for it stands. */
export const openPalette = (): void => void window.dispatchEvent(new Event(paletteAsked));

/** The key held with another one, as this keyboard calls it. */
export const modifier = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';
