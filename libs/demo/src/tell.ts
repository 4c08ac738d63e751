/** Told after each part of the demo that stands, so that whoever waits sees it grow. */
export type Tell = () => Promise<void>;

/** The organisation, its people, market, opportunities, touches and goals; the meetings come last. */
export const demoParts = 7;
