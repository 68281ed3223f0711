"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { BothField, ChoiceField, Pair, TextField } from "#components/editing/fields.tsx";
import { LineList } from "#components/editing/line-list.tsx";
import { OrganisationField } from "#components/editing/organisation-field.tsx";
import { groupKinds, memberRoles, sectors } from "#lib/process/schema.ts";
import { blankSeat } from "./group-values.ts";
import type { FormChoices } from "./process-choices.ts";
import { useLineWords, useProcessWords } from "./process-fields.tsx";

/** What a working group or forum is, and who sits in it. */
export function GroupFields({ choices, chooseSecretariat }: { choices: FormChoices; chooseSecretariat: boolean }) {
  const [say, lines, t, status] = [useProcessWords(), useLineWords(), useTranslations("process.event"), useTranslations("status")];
  const secretariatId = useWatch<{ secretariatId: string }>({ name: "secretariatId" });
  return (
    <>
      {chooseSecretariat && <ChoiceField {...say("secretariatId")} options={choices.secretariats} />}
      <ChoiceField {...say("kind")} label={t("groupKind")} placeholder={null} options={groupKinds.map((value) => ({ value, label: status(`groupKind.${value}`) }))} />
      <BothField {...say("name")} rows={1} />
      <BothField {...say("mandate")} rows={4} optional />
      <Pair>
        <TextField {...say("startsOn")} label={t("groupStart")} hint={t("groupTermHint")} inputMode="numeric" optional />
        <TextField {...say("endsOn")} label={t("groupEnd")} hint={t("groupTermHint")} inputMode="numeric" optional />
      </Pair>
      <ChoiceField {...say("planId")} options={choices.plans.filter((plan) => plan.secretariatId === secretariatId)} placeholder={t("noPlan")} optional />
      <LineList name="members" first="organisationId" blank={blankSeat} words={lines("members")}>
        {(path) => (
          <>
            <OrganisationField {...say(`${path}.organisationId`)} optional />
            <BothField {...say(`${path}.name`)} rows={1} optional />
            <Pair>
              <ChoiceField {...say(`${path}.sector`)} options={sectors.map((value) => ({ value, label: status(`sector.${value}`) }))} />
              <ChoiceField {...say(`${path}.role`)} placeholder={null} options={memberRoles.map((value) => ({ value, label: status(`memberRole.${value}`) }))} />
            </Pair>
          </>
        )}
      </LineList>
    </>
  );
}
