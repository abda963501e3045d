/** Whether the check digits of a taxpayer number (INN, 10 or 12 digits) are right. */
export function isInn(digits: string): boolean {
  if (/^\d{10}$/.test(digits)) return checkDigit(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(digits[9]);
  if (!/^\d{12}$/.test(digits)) return false;
  const eleventh = checkDigit(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
  const twelfth = checkDigit(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
  return eleventh === Number(digits[10]) && twelfth === Number(digits[11]);
}

/** Whether the check digit of a registration number (OGRN, 13 digits, or OGRNIP, 15) is right. */
export function isOgrn(digits: string): boolean {
  if (!/^(?:\d{13}|\d{15})$/.test(digits)) return false;
  const body = BigInt(digits.slice(0, -1));
  const divisor = digits.length === 13 ? 11n : 13n;
  return Number((body % divisor) % 10n) === Number(digits.at(-1));
}

function checkDigit(digits: string, weights: readonly number[]): number {
  return (weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11) % 10;
}
