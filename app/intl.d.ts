import type { Locale } from "#lib/localized/schema.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
  }
}
