import { describe, expect, test } from "vitest";
import { PageCache, type Page } from "./page-cache.ts";

const page = (text: string, status = 200): Page => ({ status, headers: {}, body: Buffer.from(text), compressed: Buffer.from(text) });

/** A cache over a renderer that the test drives, and a clock that stands still until it is moved. */
function setUp(options: { maxBytes?: number; isMain?: (key: string) => boolean } = {}) {
  const state = { time: 0, renders: 0, status: 200, fails: false, hold: null as Promise<void> | null };
  const cache = new PageCache({
    ...options,
    now: () => state.time,
    patience: 20,
    render: async (key) => {
      state.renders += 1;
      const text = `${key} ${state.renders}`;
      await state.hold;
      if (state.fails) throw new Error("no database");
      return page(text, state.status);
    },
  });
  const read = async (key = "/ka") => {
    const { page: got, stale } = await cache.get(key);
    return `${got.body.toString()}${stale ? " stale" : ""}`;
  };
  return { state, read };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("kept pages", () => {
  test("many at once share one render", async () => {
    const { state, read } = setUp();
    const all = await Promise.all(Array.from({ length: 50 }, () => read()));
    expect(new Set(all)).toEqual(new Set(["/ka 1"]));
    expect(state.renders).toBe(1);
  });

  test("a page younger than a second is not rendered again", async () => {
    const { state, read } = setUp();
    await read();
    state.time = 999;
    expect(await read()).toBe("/ka 1");
    expect(state.renders).toBe(1);
  });

  test("an older one is sent at once and rendered once behind it", async () => {
    const { state, read } = setUp();
    await read();
    state.time = 1_500;
    expect(await Promise.all([read(), read(), read()])).toEqual(["/ka 1", "/ka 1", "/ka 1"]);
    await settled();
    expect(state.renders).toBe(2);
    expect(await read()).toBe("/ka 2");
  });

  test("nobody is sent a page from long ago when it can be rendered", async () => {
    const { state, read } = setUp();
    await read();
    state.time = 3_600_000;
    expect(await read()).toBe("/ka 2");
  });

  test("a slow render of an old page does not keep a visitor waiting for ever", async () => {
    const { state, read } = setUp();
    await read();
    state.time = 3_600_000;
    state.hold = new Promise(() => undefined);
    expect(await read()).toBe("/ka 1 stale");
  });

  test("with the database down the last good page is sent on, and is new again once it is back", async () => {
    const { state, read } = setUp();
    await read();
    state.fails = true;
    state.time = 60_000;
    expect(await read()).toBe("/ka 1 stale");
    state.time = 120_000;
    expect(await read()).toBe("/ka 1 stale");
    await settled();
    state.fails = false;
    state.time = 180_000;
    await read();
    await settled();
    expect(await read()).toMatch(/^\/ka \d$/);
  });

  test("an error page never takes a good page's place", async () => {
    const { state, read } = setUp();
    await read();
    state.status = 500;
    state.time = 2_000;
    await read();
    await settled();
    expect(await read()).toBe("/ka 1 stale");
  });

  test("without a page to fall back on, the failure is passed on and tried again", async () => {
    const { state, read } = setUp();
    state.fails = true;
    await expect(read()).rejects.toThrow("no database");
    state.fails = false;
    expect(await read()).toBe("/ka 2");
  });

  test("made-up addresses do not push out real pages", async () => {
    const { state, read } = setUp({ maxBytes: 100_000 });
    await read("/ka/plans/real");
    state.status = 404;
    for (let made = 0; made < 500; made += 1) await read(`/ka/plans/${made}`);
    expect(await read("/ka/plans/real")).toBe("/ka/plans/real 1");
  });

  test("made-up filters do not push out real pages", async () => {
    const { read } = setUp({ maxBytes: 100_000, isMain: (key) => !key.includes("?") });
    await read("/ka/plans/real");
    for (let made = 0; made < 500; made += 1) await read(`/ka/plans/real?agency=${made}`);
    expect(await read("/ka/plans/real")).toBe("/ka/plans/real 1");
    expect(await read("/ka/plans/real?agency=499")).toMatch(/ 501$/);
  });

  test("a flood of made-up addresses leaves room: known pages are rendered, the rest is sent away", async () => {
    const { state, read } = setUp();
    await read("/ka");
    let release = () => {};
    state.hold = new Promise((resolve) => (release = resolve));
    const flood = Array.from({ length: 300 }, (_, made) => read(`/ka/plans/${made}`));
    const counted = Promise.allSettled(flood);
    await settled();
    expect(state.renders).toBe(1 + 8);
    state.time = 1_500;
    expect(await read("/ka")).toBe("/ka 1");
    expect(state.renders).toBe(1 + 9);
    release();
    const answers = await counted;
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(208);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "UNAVAILABLE" } });
  });

  test("a flood of kept filters leaves room: a few are rendered again at once, the rest is sent as it was", async () => {
    const { state, read } = setUp({ isMain: (key) => !key.includes("?") });
    const made = Array.from({ length: 60 }, (_, n) => `/ka/compare?year=${n}`);
    for (const key of ["/ka", ...made]) await read(key);
    let release = () => {};
    state.hold = new Promise((resolve) => (release = resolve));
    [state.time, state.renders] = [1_500, 0];
    expect((await Promise.all(made.map(read))).filter((text) => text.startsWith("/ka/compare"))).toHaveLength(60);
    expect(state.renders).toBe(4);
    expect(await read("/ka")).toBe("/ka 1");
    expect(state.renders).toBe(5);
    release();
    await settled();
    expect(state.renders).toBe(4 + 1 + 20);
  });

  test("a page that was not there is found once it is", async () => {
    const { state, read } = setUp();
    state.status = 404;
    await read();
    state.status = 200;
    state.time = 10_000;
    expect(await read()).toBe("/ka 2");
    state.time = 10_500;
    expect(await read()).toBe("/ka 2");
  });
});
