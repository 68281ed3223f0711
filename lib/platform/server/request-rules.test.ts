import { expect, test } from "vitest";
import { isReadable, visitorOf } from "./request-rules.ts";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:0db8:0001:0002:ffff::", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["unknown", "unknown"],
])("%s is counted as %s", (address, visitor) => expect(visitorOf(address)).toBe(visitor));

test.each([
  ["/ka/plans/p", true],
  ["/ka/plans/%E1%83%90?agency=%ff", true],
  ["/ka/plans/%ff", false],
  ["/ka/plans/%", false],
  ["/ka?record=%00", false],
  ["http://elsewhere.example/ka", false],
  ["*", false],
])("%s can be read: %s", (address, readable) => expect(isReadable(address)).toBe(readable));
