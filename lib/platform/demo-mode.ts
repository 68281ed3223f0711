/** True in an installation for trying out (setting `DEMO`): accounts come ready-made and no second factor is demanded. */
export function isDemo(): boolean {
  return process.env.DEMO === "on";
}
