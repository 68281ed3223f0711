import { useTranslations } from "next-intl";
import styles from "./audit-list.module.css";

type Fields = Record<string, unknown> | null;

/** A stored value in words; texts of both languages stand one after the other. */
function words(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) return value.map(words).filter(Boolean).join(", ") || null;
  if (typeof value === "object") return Object.values(value).map(words).filter(Boolean).join(" / ") || null;
  return String(value);
}

/** The words for a code of a life cycle, a role or a scale; null where the value is no code. */
function useCodeWords(entity: string): (field: string, value: unknown) => string | null {
  const t = useTranslations("status");
  return (field, value) => {
    const key = field === "status" ? `${entity}.${String(value)}` : `${field}.${String(value)}`;
    return typeof value === "string" && /^[a-z_]+$/.test(value) && t.has(key) ? t(key) : null;
  };
}

/** The changed fields: what each was and is. Long texts are cut; the record itself has them whole. */
export function AuditChanges({ entity, before, after }: { entity: string; before: Fields; after: Fields }) {
  const t = useTranslations("audit");
  const codeWords = useCodeWords(entity);
  const stated = (fields: Fields) => Object.keys(fields ?? {}).filter((name) => words(fields?.[name]) !== null);
  const names = [...new Set([...stated(before), ...stated(after)])];
  const label = (name: string) => (t.has(`field.${name}`) ? t(`field.${name}`) : name);
  const short = (name: string, value: unknown) => {
    const fields = name === "changed" && Array.isArray(value) ? words(value.map((field) => label(String(field)))) : null;
    const text = fields ?? codeWords(name, value) ?? words(value) ?? t("nothing");
    return text.length > 160 ? `${text.slice(0, 160)}…` : text;
  };
  if (names.length === 0) return null;
  return (
    <dl className={styles.changes}>
      {names.map((name) => (
        <div key={name}>
          <dt>{label(name)}</dt>
          <dd>{before && name in before ? t("fromTo", { before: short(name, before[name]), after: short(name, after?.[name]) }) : short(name, after?.[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
