import NextLink from "next/link";
import { useLocale, type Locale } from "next-intl";
import type { ComponentProps } from "react";
import styles from "./link.module.css";

type Props = Omit<ComponentProps<typeof NextLink>, "href" | "locale" | "prefetch"> & {
  /** Path on this site without its language: `/plans/x`. */
  href: string;
  locale?: Locale;
  look?: "text" | "quiet" | "button";
};

/** A link to a page of this site in the reader's language. Nothing is fetched before it is asked for. */
export function Link({ href, locale, look = "text", className, ...rest }: Props) {
  const own = useLocale();
  const path = href === "/" ? "" : href;
  const classes = [look !== "text" && styles[look], className].filter(Boolean).join(" ");
  return <NextLink {...rest} href={`/${locale ?? own}${path}`} prefetch={false} className={classes || undefined} />;
}
