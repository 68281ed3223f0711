import { useTranslations } from "next-intl";
import { useErrorWords } from "./error-words.ts";
import styles from "./error-summary.module.css";
import { TakeFocus } from "./take-focus.tsx";

interface Props {
  /** Field path → key in `errors.json`, as an answer's `fieldErrors`. */
  errors: Readonly<Record<string, string | undefined>>;
  /** Field path → what the field is called on the page. */
  labels: Readonly<Record<string, string>>;
  /** What went wrong with the whole: an error code. */
  code?: string | undefined;
}

/** What has to be mended, on top of the form, each with a link to its field. Takes the focus when it appears. */
export function ErrorSummary({ errors, labels, code }: Props) {
  const t = useTranslations("forms");
  const say = useErrorWords();
  const wrong = Object.entries(errors).flatMap(([path, key]) => (key ? [{ path, key }] : []));
  if (!wrong.length && !code) return null;
  return (
    <TakeFocus when={JSON.stringify([code, wrong])} className={styles.summary}>
      <h2 className={styles.title}>{wrong.length ? t("summary", { count: wrong.length }) : say(code ?? "")}</h2>
      {wrong.length > 0 && <p>{t("kept")}</p>}
      <ul role="list">
        {wrong.map(({ path, key }) => (
          <li key={path}>
            <a className={styles.link} href={`#${path}`}>{labels[path] ? `${labels[path]}: ` : ""}{say(key)}</a>
          </li>
        ))}
      </ul>
    </TakeFocus>
  );
}
