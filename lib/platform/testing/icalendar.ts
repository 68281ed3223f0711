import ICAL from "ical.js";

/** What every event of a published calendar has (RFC 5545, 3.6.1; RFC 7986 for what is new in it), and how often. */
const once = ["uid", "dtstamp", "dtstart", "summary"];

function eventProblems(event: InstanceType<typeof ICAL.Component>): string[] {
  const name = String(event.getFirstPropertyValue("uid"));
  const missing = once.filter((property) => event.getAllProperties(property).length !== 1).map((property) => `${name}: ${property} is not there once`);
  const [start, end] = [event.getFirstPropertyValue("dtstart"), event.getFirstPropertyValue("dtend")];
  if (!(start instanceof ICAL.Time)) return [...missing, `${name}: no beginning`];
  if (end instanceof ICAL.Time && (end.compare(start) <= 0 || end.isDate !== start.isDate)) return [...missing, `${name}: ends before it begins`];
  return missing;
}

/** What is wrong with an iCalendar file: its lines, its grammar, and what RFC 5545 asks of a calendar and its events. */
export function calendarProblems(text: string): string[] {
  const lines = text.split("\r\n");
  const problems = lines.some((line) => /[\r\n]/.test(line)) || lines.at(-1) !== "" ? ["a line does not end in CRLF"] : [];
  if (lines.some((line) => Buffer.byteLength(line) > 75)) problems.push("a line is longer than 75 octets");
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as never);
    if (calendar.name !== "vcalendar" || calendar.getFirstPropertyValue("version") !== "2.0" || !calendar.getFirstPropertyValue("prodid")) problems.push("no VCALENDAR 2.0 with a PRODID");
    const events = calendar.getAllSubcomponents("vevent");
    const uids = events.map((event) => String(event.getFirstPropertyValue("uid")));
    if (new Set(uids).size < uids.length) problems.push("two events have the same UID");
    return [...problems, ...events.flatMap(eventProblems)];
  } catch (error) {
    return [...problems, String(error)];
  }
}
