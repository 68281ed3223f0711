import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { AssessorChoice } from "#lib/assessments/queries.ts";
import { assessorKey } from "#lib/assessments/schema.ts";
import { workPath } from "./assessment-paths.ts";
import styles from "./assessments.module.css";

interface Props {
  choices: readonly AssessorChoice[];
  chosen: AssessorChoice | null;
  locale: Locale;
}

/** In whose name somebody assesses who can do so in several. */
export function AssessorChoiceNav({ choices, chosen, locale }: Props) {
  const t = useTranslations("assessments.work.voice");
  return (
    <nav aria-label={t("title")} className={styles.stack}>
      {!chosen && <p>{t("choose")}</p>}
      <ul role="list" className={styles.choices}>
        {choices.map((choice) => (
          <li key={assessorKey(choice.assessor)}>
            {choice === chosen ? <strong aria-current="page">{nameOf(choice)}</strong> : <Link href={workPath(choice.assessor)}>{nameOf(choice)}</Link>}
          </li>
        ))}
      </ul>
    </nav>
  );

  function nameOf({ name }: AssessorChoice): string {
    return name ? t("independent", { name: pickText(name, locale)?.text ?? "" }) : t("secretariat");
  }
}
