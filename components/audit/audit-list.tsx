import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { auditAddress } from "#lib/record/audit/schema.ts";
import type { AuditEventView } from "#lib/record/audit/queries.ts";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";
import { AuditChanges } from "./audit-changes.tsx";
import styles from "./audit-list.module.css";

/** Changes as sentences, the latest first: when, who, what, and what it was before and after. */
export function AuditList({ events, locale }: { events: readonly AuditEventView[]; locale: Locale }) {
  const t = useTranslations("audit");
  if (events.length === 0) return <p>{t("empty")}</p>;
  return (
    <ol className={styles.list}>
      {events.map((event) => <AuditLine key={event.id} event={event} locale={locale} />)}
    </ol>
  );
}

const isText = (value: unknown): value is string => typeof value === "string";

/** The mailed link stands beside the name already. */
function withoutLink(after: AuditEventView["after"]): AuditEventView["after"] {
  return after && Object.fromEntries(Object.entries(after).filter(([name]) => name !== "link"));
}

function AuditLine({ event, locale }: { event: AuditEventView; locale: Locale }) {
  const t = useTranslations("audit");
  const what = t.has(`action.${event.action}`) ? t(`action.${event.action}`) : event.action;
  return (
    <li className={styles.line}>
      <time className={styles.when} dateTime={event.at.toISOString()}>{formatDateTime(event.at, locale)}</time>
      <div>
        <p className={styles.what}>
          {isText(event.after?.link) ? t("byLink", { name: event.actorName }) : event.accountId ? <Link href={auditAddress({ actor: event.accountId })}>{event.actorName}</Link> : t("system", { name: t.has(`part.${event.actorName}`) ? t(`part.${event.actorName}`) : event.actorName })}
          {": "}
          <Link href={auditAddress({ entity: event.entity, record: event.entityId })} look="quiet">{what}</Link>
        </p>
        {event.plan && <p className={styles.plan}><LocalizedText value={event.plan.title} locale={locale} /></p>}
        <AuditChanges entity={event.entity} before={event.before} after={withoutLink(event.after)} />
      </div>
    </li>
  );
}
