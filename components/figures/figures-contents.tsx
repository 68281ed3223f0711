import { useTranslations } from "next-intl";
import { Contents } from "#components/layout/contents.tsx";

/** The contents of a plan's page in figures. */
export function FiguresContents() {
  const t = useTranslations("figures.groups");
  const items = [["time", "time"], ["periods", "periods"], ["by-agency", "agencies"], ["by-part", "parts"], ["money", "budget"]] as const;
  return <Contents items={items.map(([id, key]) => ({ href: `#${id}`, label: t(key) }))} />;
}
