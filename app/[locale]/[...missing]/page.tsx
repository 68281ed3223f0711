import { notFound } from "next/navigation";

/** Catches every address that no page has, so that its reader is told in a language of this site. */
export default function Missing() {
  notFound();
}
