/**
 * Whether the name of a choice may have to do with someone's consent or wish. Only to leave out the mass of other switches; which of these are
 * consents is told by the rule.
 */
export function mayConcernConsent(name: string): boolean {
  return /consent|agree|accept|gdpr|terms|polic|privacy|marketing|newsletter|subscri|mailing|promo|opt|allow|permission|share|tracking|analytics|cookie|offers|notif|soglas|rassyl/i.test(
    name,
  );
}
