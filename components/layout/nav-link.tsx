"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";

/** A link of a navigation that knows when it leads to where the reader is. */
export function NavLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  const path = `/${usePathname().split("/").slice(2).join("/")}`;
  // The roots lead to a page of their own; the pages below them have other links.
  const within = path === href || (href !== "/" && href !== "/workspace" && path.startsWith(`${href}/`));
  return (
    <Link href={href} look="text" className={className} aria-current={path === href ? "page" : within ? "true" : undefined}>
      {children}
    </Link>
  );
}
