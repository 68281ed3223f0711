import { useTranslations, type Locale } from "next-intl";
import { EvidenceList } from "#components/evidence/evidence-list.tsx";
import { OrganisationLink } from "#components/organisations/organisation-link.tsx";
import { FactList, type Fact } from "#components/ui/fact-list.tsx";
import { LocalizedParagraphs } from "#components/ui/localized-text.tsx";
import { isBlank } from "#lib/record/localized/schema.ts";
import { formatDate, formatPartialDate } from "#lib/platform/i18n/formats.ts";
import type { PublicRecommendation } from "#lib/process/queries.ts";

/** To whom a recommendation goes, what was answered, and whether it was fulfilled, with its proof. */
export function RecommendationStanding({ recommendation, facts = [], locale }: { recommendation: PublicRecommendation; facts?: readonly Fact[]; locale: Locale }) {
  const t = useTranslations("process-public.recommendation");
  const { addressee, dueOn, response } = recommendation;
  return (
    <FactList
      facts={[
        { label: t("to"), value: <OrganisationLink organisation={addressee} locale={locale} /> },
        ...facts,
        { label: t("due"), value: dueOn && formatPartialDate(dueOn, locale) },
        { label: t("response"), value: <ResponseText recommendation={recommendation} locale={locale} /> },
        ...(response ? [{ label: t("fulfilment"), value: <FulfilmentText recommendation={recommendation} locale={locale} /> }] : []),
      ]}
    />
  );
}

interface Props {
  recommendation: PublicRecommendation;
  locale: Locale;
}

function ResponseText({ recommendation: { response, days }, locale }: Props) {
  const t = useTranslations();
  if (!response) return t("process-public.recommendation.waiting", { days });
  return (
    <>
      <p><strong>{t(`status.disposition.${response.disposition}`)}</strong> · {t("process-public.recommendation.respondedAfter", { date: formatDate(response.respondedAt, locale), days })}</p>
      <LocalizedParagraphs value={response.text} locale={locale} />
    </>
  );
}

function FulfilmentText({ recommendation: { fulfilment }, locale }: Props) {
  const t = useTranslations("process-public.recommendation");
  if (!fulfilment) return t("notFulfilled");
  return (
    <>
      <p>{t("fulfilledOn", { date: formatDate(fulfilment.on, locale) })}</p>
      {!isBlank(fulfilment.text) && <LocalizedParagraphs value={fulfilment.text} locale={locale} />}
      <EvidenceList evidence={fulfilment.evidence} locale={locale} />
    </>
  );
}
