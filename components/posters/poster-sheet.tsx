import { useTranslations } from "next-intl";
import { qrCode } from "#lib/platform/qr-code.ts";
import type { Poster } from "#lib/reports/files/poster.ts";
import styles from "./poster-sheet.module.css";

/** The sheet as it is printed; black on white, whatever the reader's screen is. */
export function PosterSheet({ poster }: { poster: Poster }) {
  const t = useTranslations("posters");
  const qr = qrCode(poster.target);
  return (
    <article className={styles.sheet} data-print-alone>
      <p className={styles.eyebrow}>{poster.eyebrow}</p>
      <h1 className={styles.title}>{poster.number && <span className={styles.number}>{poster.number} </span>}<span lang={poster.title.lang}>{poster.title.text}</span></h1>
      {poster.summary.map(({ text, lang }, index) => <p key={index} className={styles.summary} lang={lang}>{text}</p>)}
      <dl className={styles.facts}>
        {poster.facts.map(({ name, value }) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      <div className={styles.way}>
        <svg className={styles.code} viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={poster.code} shapeRendering="crispEdges">
          <rect width={qr.size} height={qr.size} fill="#fff" />
          <path d={qr.path} fill="#000" />
        </svg>
        <div>
          <p className={styles.call}>{poster.call}</p>
          <p>{t("scan")}</p>
          <p className={styles.address}>{poster.address}</p>
          <p className={styles.eyebrow}>{poster.site}</p>
        </div>
      </div>
    </article>
  );
}
