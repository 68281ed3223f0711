import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PlainFrame } from "#components/reporting-links/plain-frame.tsx";

/** Addresses here belong to one person: no search engine, no other site is told of them. */
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: "same-origin" };

/** For those without an account: no way into the workspace, no sign-in, only the form behind a mailed link. */
export default function ReportingLayout({ children }: { children: ReactNode }) {
  return <PlainFrame>{children}</PlainFrame>;
}
