import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  // Our server compresses, once for each kept page.
  compress: false,
  devIndicators: false,
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "nodemailer", "rate-limiter-flexible"],
};

export default createNextIntlPlugin("./lib/platform/i18n/request.ts")(config);
