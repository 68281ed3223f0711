"use client";

import { useLocale, useTranslations } from "next-intl";
import { FormStatus } from "#components/forms/form-status.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { formatList } from "#lib/platform/i18n/formats.ts";
import { remindNowAction } from "#lib/boards/reminders/actions.ts";

/** Reminds an agency's coordinators at once and says who was written to. */
export function RemindButton({ periodId, organisationId, name }: { periodId: string; organisationId: string; name: string }) {
  const t = useTranslations("boards.remind");
  const locale = useLocale();
  const { run, running, code, value } = useCommand(remindNowAction);
  const names = (people: readonly { name: string }[]) => formatList(people.map((person) => person.name), locale);
  return (
    <div>
      <Button type="button" tone="plain" aria-disabled={running} aria-label={t("name", { agency: name })} onClick={() => !running && run({ periodId, organisationId })}>{t("button")}</Button>
      <FormStatus saving={running} error={code} />
      <p role="status">
        {value && value.reminded.length > 0 && t("sent", { names: names(value.reminded) })} {value && value.alreadyToday.length > 0 && t("already", { names: names(value.alreadyToday) })}
      </p>
    </div>
  );
}
