"use client";

import { useEffect, useRef, type ReactNode } from "react";

/** Brings the reader to words that have just appeared, and again whenever `when` changes. */
export function TakeFocus({ when, className, children }: { when: string; className?: string | undefined; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [when]);
  return (
    <div ref={box} role="alert" tabIndex={-1} className={className}>
      {children}
    </div>
  );
}
