import { durationInDays } from "../../data-map/index.js";
import { defineCheck } from "../check.js";

/** Backups kept longer than the data themselves. */
export default defineCheck({
  id: "retention/backup-outlives",
  *run({ map }) {
    for (const [id, { period, backups, place, path }] of map.retention) {
      const [kept, copies] = [period, backups].map((text) => (text === null ? null : durationInDays(text)));
      if (kept === null || kept === undefined || copies === null || copies === undefined || copies <= kept) continue;
      yield { subject: path, place, data: { rule: id, period: period ?? "", backups: backups ?? "" } };
    }
  },
});
