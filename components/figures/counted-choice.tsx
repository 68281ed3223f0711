import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { nounOf } from "#lib/figures/rules.ts";
import type { Counted, Noun } from "#lib/figures/schema.ts";
import { figuresAddress } from "#lib/figures/plan-figures/schema.ts";

interface Props {
  plan: { slug: string; vocabulary: string; divided: boolean; undivided: number };
  of: Counted;
  noun: Noun;
}

/** What the numbers of the page count, what they leave out, and the way to the other count. */
export function CountedChoice({ plan, of, noun }: Props) {
  const t = useTranslations("figures");
  const other: Counted = of === "milestones" ? "commitments" : "milestones";
  return (
    <p>
      {t("countingNow", { noun: t(`counted.${noun}`) })}{" "}
      {of === "milestones" && plan.undivided > 0 && `${t("undivided", { of: noun, count: plan.undivided })} `}
      {plan.divided && <Link href={figuresAddress(plan.slug, "", { of: other })}>{t("countOther", { noun: t(`counted.${nounOf(other, plan.vocabulary)}`) })}</Link>}
    </p>
  );
}
