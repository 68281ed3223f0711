/** Under which licence the data is given out; `DATA_LICENCE_NAME` and `DATA_LICENCE_URL` are set at start. */
export function dataLicence(): { name: string; url: string } {
  const { DATA_LICENCE_NAME: name, DATA_LICENCE_URL: url } = process.env;
  return { name: name || defaultLicence.name, url: url || defaultLicence.url };
}

/** What is used unless the operator says otherwise. */
export const defaultLicence = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" } as const;
