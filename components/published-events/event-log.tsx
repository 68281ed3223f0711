import { useTranslations, type Locale } from "next-intl";
import { FilterChoice, FilterResult, FilterSentence } from "#components/forms/filter-sentence.tsx";
import { LedgerList } from "#components/ui/ledger-line.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { EventLog as Log } from "#lib/process/published-events/queries.ts";
import { eventsAddress } from "#lib/process/published-events/schema.ts";
import { EventLine } from "./event-line.tsx";
import styles from "./events.module.css";

/** The log of the process: what is coming, then what took place, the newest first. */
export function EventLog({ log, locale }: { log: Log; locale: Locale }) {
  const t = useTranslations("process-public");
  const { filters, choices, upcoming, past } = log;
  if (choices.kinds.length === 0) return <p>{t("empty")}</p>;
  return (
    <>
      <EventFilter log={log} locale={locale} />
      {upcoming.length > 0 && (
        <section aria-labelledby="upcoming">
          <SectionHeading id="upcoming">{t("upcoming")}</SectionHeading>
          <LedgerList>{upcoming.map((event) => <EventLine key={event.slug} event={event} locale={locale} />)}</LedgerList>
        </section>
      )}
      <section aria-labelledby="past">
        <SectionHeading id="past">{t("past")}</SectionHeading>
        {past.length === 0 ? <p>{t("pastEmpty")}</p> : <LedgerList>{past.map((event) => <EventLine key={event.slug} event={event} locale={locale} />)}</LedgerList>}
      </section>
      <Pagination page={log.page} pages={log.pages} hrefFor={(page) => eventsAddress(filters, page)} />
    </>
  );
}

function EventFilter({ log: { filters, choices, upcoming, total }, locale }: { log: Log; locale: Locale }) {
  const t = useTranslations("process-public.filters");
  const say = useTranslations("status.eventKind");
  const name = (value: Parameters<typeof pickText>[0]) => pickText(value, locale)?.text ?? "";
  const chosen = Object.values(filters).some((value) => value !== null);
  return (
    <div className={styles.filter}>
      <FilterSentence action={`/${locale}/process`} label={t("legend")} submit={t("submit")} choice={JSON.stringify(filters)}>
        <FilterChoice name="kind" label={t("kind")} value={filters.kind} options={choices.kinds.map((kind) => ({ value: kind, label: say(kind) }))} />
        {choices.secretariats.length > 1 && <FilterChoice name="secretariat" label={t("secretariat")} value={filters.secretariat} options={choices.secretariats.map((one) => ({ value: one.slug, label: name(one.name) }))} />}
        {choices.plans.length > 0 && <FilterChoice name="plan" label={t("plan")} value={filters.plan} options={choices.plans.map((plan) => ({ value: plan.slug, label: name(plan.title) }))} />}
      </FilterSentence>
      {chosen && <FilterResult clear={t("clear")} href="/process">{t("shown", { count: upcoming.length + total })}</FilterResult>}
    </div>
  );
}
