import { Link } from "#components/ui/link.tsx";
import styles from "./outbox.module.css";

interface Props<S extends string> {
  label: string;
  statuses: readonly S[];
  status: S | undefined;
  word: (status: S | "all") => string;
  hrefFor: (status: S | undefined) => string;
  /** How many there are, and how many of them failed. */
  counts: string;
}

/** Narrows what was sent by what became of it, and says how much there is. */
export function StatusFilter<S extends string>({ label, statuses, status, word, hrefFor, counts }: Props<S>) {
  return (
    <>
      <nav aria-label={label}>
        <ul className={styles.filter}>
          {[undefined, ...statuses].map((choice) => (
            <li key={choice ?? "all"}>{choice === status ? <span className={styles.current} aria-current="page">{word(choice ?? "all")}</span> : <Link href={hrefFor(choice)}>{word(choice ?? "all")}</Link>}</li>
          ))}
        </ul>
      </nav>
      <p className={styles.counts}>{counts}</p>
    </>
  );
}
