/** An account to sign in with, as it is written down for the person who tries the demo. */
export interface DemoAccount {
  role: string;
  email: string;
  password: string;
  organisation: string;
}

/** Prepares an empty installation at its start: demo plans and accounts, or the link that makes the first administrator. */
export async function prepareInstallation(
  settings: { demo: boolean; dataDir: string; publicUrl: string },
  now: Date,
): Promise<{ accounts: DemoAccount[]; setupLink: string | null }> {
  void [settings, now];
  return { accounts: [], setupLink: null };
}
