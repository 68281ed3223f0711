"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Link } from "#components/ui/link.tsx";
import type { BoardAgency } from "#lib/boards/queries.ts";
import { isMissing } from "#lib/boards/missing-reports/rules.ts";
import { EndExtensionButton } from "./end-extension-button.tsx";
import { ExtensionForm } from "./extension-form.tsx";
import { RemindButton } from "./remind-button.tsx";
import styles from "./boards.module.css";

interface Props {
  periodId: string;
  /** The period is closed, so it can be reopened for one agency. */
  closed: boolean;
  agency: BoardAgency;
  name: string;
}

/** What the Secretariat can do about an agency: remind it, mail a link, reopen the period for it. */
export function AgencySteps({ periodId, closed, agency, name }: Props) {
  const t = useTranslations("boards");
  const { id: organisationId, extension } = agency;
  const owes = agency.lines.some(({ state }) => isMissing(state));
  return (
    <div className={styles.steps}>
      {agency.open && owes && agency.coordinators > 0 && <RemindButton periodId={periodId} organisationId={organisationId} name={name} />}
      {agency.open && <Link href={`/workspace/periods/${periodId}/links?organisation=${organisationId}`} aria-label={t("mailLinkName", { agency: name })}>{t("mailLink")}</Link>}
      {closed && (
        <Disclosure summary={t(extension ? "extend.change" : "extend.open")}>
          <ExtensionForm periodId={periodId} organisationId={organisationId} extension={extension} name={name} />
        </Disclosure>
      )}
      {closed && extension && <EndExtensionButton periodId={periodId} organisationId={organisationId} version={extension.version} name={name} />}
    </div>
  );
}
