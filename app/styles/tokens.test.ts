import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const [lightCss = "", darkCss = ""] = css.split("@media screen and (prefers-color-scheme: dark)");

function colours(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]));
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one = "", other = ""): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["paper", "paper-raised"];
const texts = ["ink", "ink-soft", "accent", "accent-strong", "good", "warn", "bad"];
const marks = ["field-edge", "rule-strong", "bar-1", "bar-2", "bar-3", "bar-4", "bar-5", "focus-outer"];

describe.each([
  ["light", colours(lightCss)],
  ["dark", { ...colours(lightCss), ...colours(darkCss) }],
])("in %s", (_scheme, colour) => {
  it.each(grounds.flatMap((ground) => texts.map((text) => [text, ground] as const)))("%s on %s can be read", (text, ground) => {
    expect(contrast(colour[text], colour[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(grounds.flatMap((ground) => marks.map((mark) => [mark, ground] as const)))("%s on %s can be seen", (mark, ground) => {
    expect(contrast(colour[mark], colour[ground])).toBeGreaterThanOrEqual(3);
  });

  it("button words and the two tones of the focus ring stand out", () => {
    expect(contrast(colour["accent-ink"], colour.accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour["accent-ink"], colour["accent-strong"])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour.paper, colour.bad)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour["focus-inner"], colour["focus-outer"])).toBeGreaterThanOrEqual(3);
  });
});

it("redefines every colour for the dark", () => {
  expect(Object.keys(colours(darkCss)).sort()).toEqual(Object.keys(colours(lightCss)).sort());
});
