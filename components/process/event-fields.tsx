"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { BothField, ChoiceField, Group, Pair, TextField, YesField } from "#components/editing/fields.tsx";
import { LineList } from "#components/editing/line-list.tsx";
import { OrganisationField } from "#components/editing/organisation-field.tsx";
import { eventKinds, sectors } from "#lib/process/schema.ts";
import { blankEventLine } from "./event-values.ts";
import type { FormChoices } from "./process-choices.ts";
import { useLineWords, useProcessWords } from "./process-fields.tsx";

/** What kind of event it is, when and where, and whose. */
export function EventHead({ choices, chooseSecretariat }: { choices: FormChoices; chooseSecretariat: boolean }) {
  const [say, t, kinds] = [useProcessWords(), useTranslations("process.event"), useTranslations("status.eventKind")];
  const secretariatId = useWatch<{ secretariatId: string }>({ name: "secretariatId" });
  const own = <T extends { secretariatId: string }>(options: readonly T[]) => options.filter((option) => option.secretariatId === secretariatId);
  return (
    <>
      {chooseSecretariat && <ChoiceField {...say("secretariatId")} options={choices.secretariats} />}
      <ChoiceField {...say("kind")} options={eventKinds.map((value) => ({ value, label: kinds(value) }))} />
      <BothField {...say("title")} rows={1} />
      <Pair>
        <TextField {...say("startsOn")} inputMode="numeric" />
        <TextField {...say("endsOn")} inputMode="numeric" optional />
      </Pair>
      <ChoiceField {...say("groupId")} options={own(choices.groups)} placeholder={t("noGroup")} optional />
      <ChoiceField {...say("planId")} options={own(choices.plans)} placeholder={t("noPlan")} optional />
      <BothField {...say("place")} rows={1} optional />
      <TextField {...say("url")} inputMode="url" optional />
      <BothField {...say("agenda")} rows={3} optional />
    </>
  );
}

/** What happened at it: in words, who came, what was decided. */
export function EventCourse() {
  const [say, lines, t, status] = [useProcessWords(), useLineWords(), useTranslations("process.event"), useTranslations("status.sector")];
  const groups = sectors.map((value) => ({ value, label: status(value) }));
  return (
    <>
      <Group legend={t("course")}>
        <BothField {...say("summary")} rows={3} optional />
        <BothField {...say("minutes")} rows={6} optional />
        <YesField {...say("presentsResults")} />
      </Group>
      <LineList name="attendance" first="organisationId" blank={blankEventLine.attendance} words={lines("attendance")}>
        {(path) => (
          <>
            <OrganisationField {...say(`${path}.organisationId`)} optional />
            <BothField {...say(`${path}.name`)} rows={1} optional />
            <Pair>
              <ChoiceField {...say(`${path}.sector`)} options={groups} />
              <TextField {...say(`${path}.people`)} inputMode="numeric" optional />
            </Pair>
          </>
        )}
      </LineList>
      <LineList name="decisions" first="text.ka" blank={blankEventLine.decisions} words={lines("decisions")}>
        {(path) => <BothField {...say(`${path}.text`)} rows={2} />}
      </LineList>
    </>
  );
}

/** What it asks of whom; answered ones stand above, unchanged. */
export function EventRecommendations() {
  const [say, lines] = [useProcessWords(), useLineWords()];
  return (
    <LineList name="recommendations" first="text.ka" blank={blankEventLine.recommendations} words={lines("recommendations")}>
      {(path) => (
        <>
          <BothField {...say(`${path}.text`)} rows={3} />
          <OrganisationField {...say(`${path}.addresseeId`)} />
          <TextField {...say(`${path}.dueOn`)} inputMode="numeric" optional />
        </>
      )}
    </LineList>
  );
}
