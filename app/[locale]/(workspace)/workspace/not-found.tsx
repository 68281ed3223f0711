import { NotFoundText } from "#components/layout/not-found-text.tsx";

/** Nothing here for this person; what they may not see answers the same. */
export default function WorkspaceNotFound() {
  return <NotFoundText />;
}
