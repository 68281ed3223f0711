import type { Locale } from "#lib/localized/schema.ts";
import type { Say } from "#lib/platform/i18n/translator.ts";
import type { Snapshot } from "#lib/snapshots/schema.ts";
import type { ReportDocument, ReportSource } from "./schema.ts";

/** Everything the report shows, in its order, in the words of one language. */
export function reportDocument(snapshot: Snapshot, source: ReportSource, say: Say, locale: Locale): ReportDocument {
  const { report, plan } = snapshot;
  const title = report.title[locale] ?? report.title.ka ?? report.title.en ?? "";
  return {
    locale, kind: say(`reports.kind.${report.kind}`), title: { type: "text", text: title }, version: "", author: plan.secretariat.name[locale] ?? "", publishedAt: report.publishedAt,
    address: `${source.site}/${locale}/reports/${report.slug}/versions/${report.version}`, sha256: source.sha256, cover: [], body: [], words: { contents: "", page: "" },
  };
}
