import { useTranslations, type Locale } from "next-intl";
import { useErrorWords } from "#components/forms/error-words.ts";
import { FormActions } from "#components/forms/form.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ErrorCode } from "#lib/platform/errors.ts";
import type { OpenedLink } from "#lib/boards/reporting-links/queries.ts";
import { LinkFacts } from "./link-facts.tsx";

/** What a mailed link is for, and the button that opens the form; works without scripts. */
export function LinkEntrance({ link, token, problem, locale }: { link: OpenedLink; token: string; problem: ErrorCode | undefined; locale: Locale }) {
  const t = useTranslations("links.entrance");
  const say = useErrorWords();
  return (
    <>
      <PageHeading title={t("title")} lead={link.name ? t("leadTo", { name: link.name }) : t("lead")} />
      {problem && <Notice tone="error"><p>{say(problem)}</p></Notice>}
      <LinkFacts link={link} locale={locale} />
      <p>{t("personal")}</p>
      <form action="/api/reporting/open" method="post">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="locale" value={locale} />
        <FormActions><Button>{t("open")}</Button></FormActions>
      </form>
      <p>{t("computer")}</p>
    </>
  );
}
