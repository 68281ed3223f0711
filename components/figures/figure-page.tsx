import { useTranslations, type Locale } from "next-intl";
import type { ReactNode } from "react";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Page } from "#components/layout/page.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { figuresAddress } from "#lib/figures/plan-figures/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";

interface Props {
  plan: { slug: string; title: Localized };
  title: string;
  /** What the page is called below the plan's figures. */
  crumb: string;
  locale: Locale;
  children: ReactNode;
}

/** A list behind a plan's figures, with the way back to them. */
export function FigurePage({ plan, title, crumb, locale, children }: Props) {
  const t = useTranslations();
  const name = pickText(plan.title, locale);
  return (
    <Page>
      <Breadcrumbs
        items={[{ href: "/", label: t("plans.plans") }, { href: `/plans/${plan.slug}`, label: name?.text ?? plan.slug, lang: name?.lang }, { href: figuresAddress(plan.slug, ""), label: t("figures.title") }, { label: crumb }]}
      />
      <PageHeading title={title} />
      {children}
    </Page>
  );
}
