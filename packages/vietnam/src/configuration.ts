/** What an organisation may choose where the law leaves a choice. The choice is part of the edition's digest. */
export interface Configuration {
  /** Which acceptance term governs: the Law's, the decree's, or whichever of the two ends earlier. */
  readonly acceptanceBasis: 'statute' | 'decree' | 'earlier';
  /** Which day selects the law on competence; the law of 2024 has no rule for a decision from before it that is complained of later. */
  readonly competenceBy: 'decisionDate' | 'complaintDate';
  /**
   * Who settles, at the second level, a complaint about a sanction or another administrative decision of the head of Viet Nam Social
   * Security since it belongs to a ministry. That it is the minister is inferred; null leaves it unsettled.
   */
  readonly aboveTheTop: string | null;
  /** The same about discipline, for which not even an inference is at hand. */
  readonly aboveTheTopInDiscipline: string | null;
}

export const defaultConfiguration: Configuration = {
  acceptanceBasis: 'earlier',
  competenceBy: 'decisionDate',
  aboveTheTop: 'MINISTER_OF_FINANCE',
  aboveTheTopInDiscipline: null,
};
