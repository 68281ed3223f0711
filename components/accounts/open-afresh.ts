/** Goes to a page of this site with a full load: the session has changed, and nothing the router kept counts any more. */
export function openAfresh(path: string): void {
  window.location.assign(path);
}
