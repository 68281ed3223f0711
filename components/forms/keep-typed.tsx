"use client";

import { useEffect, useState } from "react";

function textAreaOf(control: string): HTMLTextAreaElement | null {
  if (typeof document === "undefined") return null;
  const element = document.getElementById(control);
  return element instanceof HTMLTextAreaElement ? element : null;
}

/**
 * Stands before a textarea that comes with a text. When React takes over the page, it puts that text back and forgets what
 * was typed meanwhile; this reads the textarea before and restores it after.
 */
export function KeepTyped({ control }: { control: string }) {
  const [typed] = useState(() => textAreaOf(control)?.value);
  useEffect(() => {
    const area = textAreaOf(control);
    if (area && typed !== undefined && area.value !== typed) area.value = typed;
  }, [control, typed]);
  return null;
}
