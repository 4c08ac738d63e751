/** Heard by the door of the tour, whoever asks for it. */
export const tourAsked = 'tandem:tour';

let isWaiting = false;

export function openTour(): void {
  isWaiting = true;
  window.dispatchEvent(new Event(tourAsked));
}

/** Whether somebody waits for the tour, perhaps from before its door was there; told once. */
export function takeTourAsked(): boolean {
  const wasWaiting = isWaiting;
  isWaiting = false;
  return wasWaiting;
}
