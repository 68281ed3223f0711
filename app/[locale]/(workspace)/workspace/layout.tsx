import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Person } from "#components/accounts/person.tsx";
import { SignOutButton } from "#components/accounts/sign-out-button.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { WorkspaceShell } from "#components/layout/workspace-shell.tsx";
import { getOwnAccount, requireActor } from "#lib/accounts/queries.ts";
import { workspacePlaces } from "#lib/accounts/rules.ts";

export const metadata: Metadata = { robots: { index: false } };

/** The frame of the workspace. It guards nothing: every page asks for its actor, every query and command for the right. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const account = await getOwnAccount();
  const [t, locale] = [await getTranslations("workspace.nav"), await getLocale()];
  const nav = workspacePlaces(actor).map(({ key, href }) => ({ href, label: t(key) }));
  return (
    <ClientWords namespaces={["accounts", "workspace"]}>
      <WorkspaceShell nav={nav} person={account && <Person account={account} locale={locale} />} signOut={<SignOutButton />}>
        {children}
      </WorkspaceShell>
    </ClientWords>
  );
}
