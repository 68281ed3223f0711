import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "#components/ui/disclosure.tsx";
import styles from "./narrow-contents.module.css";

/** The table of contents under the heading of a page, where the screen has no room for it at the side. */
export function NarrowContents({ children }: { children: ReactNode }) {
  const t = useTranslations("layout");
  return <div className={styles.narrow} data-screen-only><Disclosure summary={t("contents")}>{children}</Disclosure></div>;
}
