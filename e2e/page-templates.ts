/** One page of the site, told by the folder it comes from and by an address of it in the installation with the demo plans. */
export interface Template {
  /** The folder of its `page.tsx` below the group of routes. */
  route: string;
  /** What comes after the language. */
  address: string;
  /** Another address of it, with more to read: what it asks of the database must not grow with that. */
  larger?: string;
  /** How many questions it may ask of the database where that is more than six, as of each kind of news or of contribution. */
  questions?: number;
  /** Behind a form or a mailed link: for one reader, and not for search engines. */
  personal?: true;
  /** Nothing in the demo plans is shown by it; what stands in its place is looked at. */
  status?: 404;
}

const plan = "/plans/georgia-2018-2019";
const report = "/reports/georgia-2018-2019-2019-annual";

/** Every page that residents read. `page-templates.test.ts` fails when one is missing here. */
export const publicTemplates: readonly Template[] = [
  { route: "", address: "", questions: 7 },
  { route: "api", address: "/api" },
  { route: "comments/confirm", address: "/comments/confirm?token=none", personal: true },
  { route: "comments/confirmed", address: "/comments/confirmed", personal: true },
  { route: "comments/new", address: "/comments/new", personal: true },
  { route: "comments/sent", address: "/comments/sent", personal: true },
  { route: "compare", address: "/compare?by=agencies" },
  { route: "data", address: "/data" },
  { route: "differences", address: "/differences" },
  { route: "followers/all", address: "/followers/all?token=none", personal: true },
  { route: "followers/confirm", address: "/followers/confirm?token=none", personal: true },
  { route: "followers/confirmed", address: "/followers/confirmed", personal: true },
  { route: "followers/end", address: "/followers/end?token=none", personal: true },
  { route: "followers/ended", address: "/followers/ended", personal: true },
  { route: "followers/new", address: "/followers/new?kind=plan&target=georgia-2018-2019", personal: true },
  { route: "followers/news", address: "/followers/news?token=none", personal: true },
  { route: "followers/sent", address: "/followers/sent", personal: true },
  { route: "followers/sms/code", address: "/followers/sms/code?asked=none&kind=plan&target=georgia-2018-2019", personal: true },
  { route: "followers/sms/confirmed", address: "/followers/sms/confirmed?kind=plan&target=georgia-2018-2019", personal: true },
  { route: "missing", address: "/missing", personal: true },
  { route: "municipalities", address: "/municipalities" },
  { route: "municipalities/[municipality]", address: "/municipalities/zugdidi" },
  { route: "organisations", address: "/organisations" },
  { route: "organisations/[organisation]", address: "/organisations/zugdidi-city-hall", larger: "/organisations/ogp-georgia-secretariat" },
  { route: "plans/[plan]", address: plan, larger: "/plans/dmanisi-2024-2025" },
  { route: "plans/[plan]/commitments/[commitment]", address: `${plan}/commitments/zugdidi-5`, larger: "/plans/dmanisi-2024-2025/commitments/2-3" },
  { route: "plans/[plan]/commitments/[commitment]/poster", address: `${plan}/commitments/zugdidi-5/poster` },
  { route: "plans/[plan]/figures", address: `${plan}/figures` },
  { route: "plans/[plan]/figures/changes", address: `${plan}/figures/changes` },
  { route: "plans/[plan]/figures/milestones", address: `${plan}/figures/milestones` },
  { route: "plans/[plan]/former-commitments/[commitment]", address: `${plan}/former-commitments/none`, personal: true, status: 404 },
  { route: "plans/[plan]/history", address: `${plan}/history` },
  { route: "process", address: "/process" },
  { route: "process/[event]", address: "/process/khoni-working-group-online" },
  { route: "recommendations", address: "/recommendations" },
  { route: "reports", address: "/reports" },
  { route: "reports/[report]", address: report },
  { route: "reports/[report]/comparison", address: `${report}/comparison`, personal: true },
  { route: "reports/[report]/versions/[version]", address: `${report}/versions/1` },
  { route: "scales", address: "/scales" },
  { route: "scales/[secretariat]/[scale]", address: "/scales/ogp-georgia-secretariat/georgia" },
  { route: "sdgs/[sdg]", address: "/sdgs/16" },
  { route: "search", address: "/search?q=zugdidi" },
  { route: "standards", address: "/standards", questions: 7 },
  { route: "standards/[organisation]", address: "/standards/ogp-georgia-secretariat", questions: 7 },
  { route: "topics", address: "/topics" },
  { route: "topics/[area]", address: "/topics/transparency" },
  { route: "working-groups", address: "/working-groups" },
  { route: "working-groups/[group]", address: "/working-groups/khoni-working-group" },
];
