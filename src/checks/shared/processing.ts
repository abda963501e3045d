import type { AuditModel } from "../../model/index.js";

/** Whether anything is processed at all: a program that keeps nothing about people owes nobody a policy. */
export function processesPersonalData({ reconciliation }: Pick<AuditModel, "reconciliation">): boolean {
  return reconciliation.fields.some(({ notPersonal }) => notPersonal === null);
}
