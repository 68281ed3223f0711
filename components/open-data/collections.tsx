import { useTranslations } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table } from "#components/ui/table.tsx";

/** A collection as the page about the interface tells of it. */
export interface CollectionLine {
  name: string;
  key: string;
  sorts: readonly string[];
  filters: readonly { name: string; values: string }[];
}

function Code({ children }: { children: string }) {
  return <code translate="no">{children}</code>;
}

/** Each collection with its addresses, filters and orders, as the schemas have them. */
export function Collections({ collections }: { collections: readonly CollectionLine[] }) {
  const t = useTranslations("open-data");
  return collections.map(({ name, key, sorts, filters }) => (
    <section key={name} aria-labelledby={name}>
      <SectionHeading id={name} level={3}>{t(`resources.${name}`)}</SectionHeading>
      <p>
        <a href={`/api/v1/${name}`}><Code>{`/${name}`}</Code></a> · {t("api.one")}: <Code>{`/${name}/{${key}}`}</Code>
        {name === "reports" && <> · {t("api.version")}: <Code>{"/reports/{slug}/versions/{number}"}</Code></>}
      </p>
      <Table
        caption={t("api.parameters", { what: t(`resources.${name}`) })} captionHidden columns={[{ label: t("api.parameter") }, { label: t("api.values") }]}
        rows={[...filters, { name: "sort", values: sorts.flatMap((sort) => [sort, `-${sort}`]).join(", ") }].map((line) => ({ key: line.name, cells: [<Code key="name">{line.name}</Code>, <Code key="values">{line.values}</Code>] }))}
      />
    </section>
  ));
}
