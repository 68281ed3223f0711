import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  // Our server compresses, once for each kept page.
  compress: false,
  devIndicators: false,
  // Every page comes with its title and addresses in its head, as crawlers get it; readers would otherwise need a script to move them there.
  htmlLimitedBots: /.*/,
  // A section of a report in two languages, each as long as it may be.
  experimental: { serverActions: { bodySizeLimit: "4mb" } },
  // `npm test` checks all types; a start on somebody's server need not wait for that.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "pino", "nodemailer", "rate-limiter-flexible"],
};

export default createNextIntlPlugin("./lib/platform/i18n/request.ts")(config);
