import styles from "./trap.module.css";

/** A field that people do not see; only programs that fill in whatever they find fill it in. Send it as `website`. */
export function Trap({ id, label }: { id: string; label: string }) {
  return (
    <div className={styles.trap} aria-hidden="true">
      <label htmlFor={id}>{label}</label>
      <input id={id} name="website" type="text" tabIndex={-1} autoComplete="off" />
    </div>
  );
}
