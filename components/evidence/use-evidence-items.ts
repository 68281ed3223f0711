"use client";

import { useState } from "react";
import type { EvidenceView } from "#lib/evidence/queries.ts";

/** The pieces of evidence of a form, which are no fields of it: what is attached, and whether that is saved. */
export function useEvidenceItems(attached: EvidenceView[]) {
  const [items, setItems] = useState(attached);
  const [changed, setChanged] = useState(false);
  return {
    items, changed,
    change: (change: (all: EvidenceView[]) => EvidenceView[]) => {
      setItems(change);
      setChanged(true);
    },
    saved: () => setChanged(false),
    replace: (found: EvidenceView[]) => {
      setItems(found);
      setChanged(false);
    },
    /** As a command takes them. */
    given: () => items.map(({ id, title }) => ({ evidenceId: id, title: title ?? {} })),
  };
}
