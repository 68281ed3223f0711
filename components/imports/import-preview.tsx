import { useTranslations, type Locale } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { ImportHead, ImportPreview as Preview, SaidProblem } from "#lib/imports/queries.ts";
import { isLoose } from "#lib/imports/schema.ts";
import { RemapButton } from "./again-button.tsx";
import { ChangeSection } from "./change-section.tsx";
import { MissingSection } from "./missing-section.tsx";
import { OrganisationNotes } from "./organisation-notes.tsx";
import { PreviewSummary } from "./preview-summary.tsx";
import { NoteSection, ProblemSection } from "./problem-section.tsx";
import { DiscardButton, StartForm } from "./start-form.tsx";

/** What of the preview is shown, as the address says. */
export interface PreviewView {
  removesMissing: boolean;
  pages: Readonly<Record<string, number>>;
}

interface Props {
  found: ImportHead;
  preview: Preview;
  said: { problems: SaidProblem[]; notes: SaidProblem[] };
  view: PreviewView;
  locale: Locale;
}

/** The address (without language) of a view of a preview. */
function addressOf(importId: string, { removesMissing, pages }: PreviewView): string {
  const query = new URLSearchParams([...(removesMissing ? [["missing", "remove"]] : []), ...Object.entries(pages).flatMap(([name, page]) => (page > 1 ? [[name, String(page)]] : []))]);
  return `/workspace/imports/${importId}${query.size ? `?${query}` : ""}`;
}

/** Everything that an import would do, and the step that does it. */
export function ImportPreview({ found, preview, said, view, locale }: Props) {
  const t = useTranslations("imports");
  const { id, version, format, plan } = found;
  const problems = preview.problems.length;
  const nothing = problems === 0 && preview.total === 0;
  return (
    <>
      {preview.outdated && <Notice tone="warning" title={t("preview.outdated")}><p>{t("preview.outdatedNote")}</p></Notice>}
      <ProblemSection importId={id} problems={said.problems} count={problems} canMarkUp={!isLoose(format)} locale={locale} />
      {isLoose(format) && <RemapButton importId={id} version={version} />}
      <NoteSection notes={said.notes} count={preview.notes.length} />
      {nothing && <Notice tone="success" title={t("preview.nothing")}><p>{t("preview.nothingNote")}</p></Notice>}
      {preview.changes.length + preview.missing.length > 0 && <PreviewSummary preview={preview} locale={locale} />}
      <MissingSection preview={preview} removes={view.removesMissing} hrefs={{ keep: addressOf(id, { ...view, removesMissing: false }), remove: addressOf(id, { ...view, removesMissing: true }) }} locale={locale} />
      <OrganisationNotes organisations={preview.organisations} locale={locale} />
      {(["changed", "added", "removed"] as const).map((operation) => (
        <ChangeSection key={operation} preview={preview} operation={operation} pages={view.pages} hrefFor={(page) => addressOf(id, { ...view, pages: { ...view.pages, [operation]: page } })} locale={locale} />
      ))}
      {problems > 0 || nothing ? <DiscardButton importId={id} version={version} /> : (
        <section aria-labelledby="start">
          <SectionHeading id="start">{t("start.title")}</SectionHeading>
          <StartForm importId={id} version={version} isNew={plan === null} removesMissing={view.removesMissing} revision={preview.revision} amends={preview.amends} legalActs={preview.legalActs} />
        </section>
      )}
    </>
  );
}
