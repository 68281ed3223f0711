import { useTranslations } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { problems, type ProblemKind } from "#lib/open-data/answers/rules.ts";

const kinds = Object.keys(problems) as ProblemKind[];

/** Every kind of refusal, where the address in its `type` leads. */
export function ProblemList() {
  const t = useTranslations("open-data");
  return (
    <section aria-labelledby="problems">
      <SectionHeading id="problems">{t("api.problems")}</SectionHeading>
      <p>{t.rich("api.problemsLead", { code: (chunks) => <code translate="no">{chunks}</code> })}</p>
      <dl>
        {kinds.map((kind) => (
          <div key={kind}>
            <dt id={kind}><code translate="no">{`${problems[kind].status} ${kind}`}</code></dt>
            <dd>{t(`problems.${kind}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
