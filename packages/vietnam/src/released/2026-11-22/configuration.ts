/** What an organisation may choose where the law leaves a choice. The choice is part of the edition's digest. */
export interface Configuration {
  /** Which acceptance term governs: the Law's, the decree's, or whichever of the two ends earlier. */
  readonly acceptanceBasis: 'statute' | 'decree' | 'earlier';
}

export const defaultConfiguration: Configuration = { acceptanceBasis: 'earlier' };
