import { useTranslations } from "next-intl";
import type { Role } from "#lib/record/actors/schema.ts";

/** Nothing waits: says so, and what will be here, by role. */
export function EmptyDesk({ roles }: { roles: readonly Role[] }) {
  const t = useTranslations("workspace.desk");
  if (roles.length === 0) return <p>{t("noRole")}</p>;
  return (
    <>
      <p>{t("nothing")}</p>
      <p>{t("soon")}</p>
      <ul>
        {roles.map((role) => <li key={role}>{t(`role.${role}`)}</li>)}
      </ul>
    </>
  );
}
