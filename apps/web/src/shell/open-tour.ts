/** Heard by the door of the tour, whoever asks for it. */
export const tourAsked = 'tandem:tour';

export const openTour = (): void => void window.dispatchEvent(new Event(tourAsked));
