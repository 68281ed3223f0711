import type { Locale } from "#lib/record/localized/schema.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
  }
}
