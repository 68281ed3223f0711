import type { ComponentProps } from "react";
import styles from "./button.module.css";

type Props = ComponentProps<"button"> & {
  /** One `primary` a page; `danger` for what cannot be taken back; `quiet` looks like a link. */
  tone?: "primary" | "plain" | "danger" | "quiet";
};

/** A button says what it does; it submits its form unless told otherwise. */
export function Button({ tone = "primary", type = "submit", className, ...rest }: Props) {
  return <button {...rest} type={type} className={[styles.button, styles[tone], className].filter(Boolean).join(" ")} />;
}
