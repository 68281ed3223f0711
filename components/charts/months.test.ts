import { expect, it } from "vitest";
import { frameOf, placeOf, placeOfDay, ticksOf } from "./months.ts";

const items = [{ from: "2018-06", to: "2018-10" }, { from: "2018-10", to: "2019-12" }, { from: null, to: null }];
const frame = { first: 2018 * 12 + 3, end: 2020 * 12 };

it("frames all spans in whole quarters", () => {
  expect(frameOf(items)).toEqual(frame);
  expect(frameOf([{ from: null, to: null }])).toBeNull();
  expect(frameOf([{ from: "2024", to: "2024" }])).toEqual({ first: 2024 * 12, end: 2025 * 12 });
});

it("lets a span last to the end of its last month or year", () => {
  expect(placeOf({ from: "2024", to: "2024" }, { first: 2024 * 12, end: 2026 * 12 })).toEqual({ start: 0, length: 50 });
  expect(placeOf({ from: "2018-04", to: "2018-04" }, { first: 2018 * 12 + 3, end: 2018 * 12 + 6 })).toEqual({ start: 0, length: 33.33 });
});

it("shows one month where only one end is stated, and nothing where none is", () => {
  expect(placeOf({ from: null, to: "2018-06" }, { first: 2018 * 12 + 3, end: 2018 * 12 + 6 })).toEqual({ start: 66.67, length: 33.33 });
  expect(placeOf({ from: null, to: null }, frame)).toBeNull();
});

it("marks today only inside the frame", () => {
  expect(placeOfDay("2019-01-01", { first: 2018 * 12, end: 2020 * 12 })).toBe(50);
  expect(placeOfDay("2026-01-01", frame)).toBeNull();
});

it("names years and quarters", () => {
  expect(ticksOf(frame, "en").map((tick) => tick.label)).toEqual(["2018", "Jul", "Oct", "2019", "Apr", "Jul", "Oct"]);
  expect(ticksOf({ first: 2018 * 12, end: 2022 * 12 }, "ka").map((tick) => tick.label)).toEqual(["2018", "2019", "2020", "2021"]);
});
