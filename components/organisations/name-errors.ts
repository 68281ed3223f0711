type Errors = Readonly<Record<string, string>>;

/** Sorts the errors of a name in several languages: of the whole, of each language, and all of them with a field to lead to. */
export function nameErrors({ name, ...rest }: Errors) {
  return {
    name,
    languages: { ka: rest["name.ka"], en: rest["name.en"] },
    summary: name ? { "name.ka": name, ...rest } : rest,
  };
}
