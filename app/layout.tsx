import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/print.css";
import type { ReactNode } from "react";

/** Only passes on: the `html` element carries the language, so the layouts below write it. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return children;
}
