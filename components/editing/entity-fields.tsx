"use client";

import { useTranslations } from "next-intl";
import { partKinds, planLevels, vocabularies, type PlanEntity } from "#lib/editing/schema.ts";
import { BothField, ChoiceField, Group, ManyField, Pair, TextField } from "./fields.tsx";
import type { FormChoices } from "./form-choices.ts";
import { OrganisationField } from "./organisation-field.tsx";
import { SubjectLines } from "./subject-lines.tsx";

interface Props {
  choices: FormChoices;
  /** The address may still be chosen: nobody has been able to read it. */
  addressOpen: boolean;
}

/** The fields of one kind of thing in a plan. */
export function EntityFields({ entity, ...props }: Props & { entity: PlanEntity }) {
  if (entity === "plan") return <PlanFields {...props} />;
  if (entity === "legal_act") return <LegalActFields />;
  if (entity === "part") return <PartFields />;
  if (entity === "commitment") return <CommitmentFields {...props} />;
  return <MilestoneFields {...props} />;
}

function Term({ optional }: { optional?: boolean }) {
  return (
    <Pair>
      <TextField name="startsOn" inputMode="numeric" optional={optional ?? false} />
      <TextField name="endsOn" inputMode="numeric" optional={optional ?? false} />
    </Pair>
  );
}

/** What the plan is: also on the page that begins one. */
export function PlanFields({ choices }: { choices: Pick<FormChoices, "scales"> }) {
  const [t, levels, words] = [useTranslations("editing"), useTranslations("status.planLevel"), useTranslations("editing.vocabulary")];
  return (
    <>
      <BothField name="title" />
      <Pair>
        <ChoiceField name="level" placeholder={null} options={planLevels.map((value) => ({ value, label: levels(value) }))} />
        <TextField name="countryCode" />
      </Pair>
      <BothField name="locality" rows={1} optional />
      <Term />
      <ChoiceField name="vocabulary" placeholder={null} options={vocabularies.map((value) => ({ value, label: words(value) }))} />
      <Group legend={t("groups.introduction")}>
        <BothField name="introduction" rows={6} optional />
        <BothField name="sourceNote" rows={3} optional />
      </Group>
      <Group legend={t("groups.rules")}>
        <TextField name="consultationDays" inputMode="numeric" />
        <ChoiceField name="scaleCode" placeholder={null} options={choices.scales} />
      </Group>
    </>
  );
}

/** The act by which a plan is adopted or amended. */
export function LegalActFields({ under = "" }: { under?: string }) {
  const t = useTranslations("editing");
  const named = (name: string) => ({ name: under + name, label: t(`act.${name}`) });
  return (
    <>
      <BothField {...named("kind")} rows={1} hint={t("act.kindHint")} />
      <Pair>
        <TextField {...named("number")} />
        <TextField {...named("date")} hint={t("hints.startsOn")} />
      </Pair>
      <BothField {...named("issuingBody")} rows={1} />
      <BothField {...named("title")} optional />
      <TextField {...named("url")} inputMode="url" optional />
      <BothField {...named("signatory")} rows={1} optional />
      <BothField {...named("text")} rows={5} optional />
      <BothField {...named("appealTerms")} rows={3} optional />
    </>
  );
}

function PartFields() {
  const kinds = useTranslations("status.partKind");
  return (
    <>
      <Pair>
        <ChoiceField name="kind" placeholder={null} options={partKinds.map((value) => ({ value, label: kinds(value) }))} />
        <TextField name="number" optional />
      </Pair>
      <BothField name="title" />
      <BothField name="description" rows={4} optional />
      <BothField name="note" rows={2} optional />
    </>
  );
}

function CommitmentFields({ choices, addressOpen }: Props) {
  const t = useTranslations("editing.groups");
  return (
    <>
      <TextField name="number" />
      <BothField name="title" optional />
      <OrganisationField name="leadOrganisationId" />
      <Term optional />
      <Group legend={t("about")}>
        <BothField name="description" rows={5} optional />
        <BothField name="expectedOutcome" rows={3} optional />
        <BothField name="plainSummary" rows={3} optional />
      </Group>
      <SubjectLines entity="commitment" choices={choices} />
      <Group legend={t("subjects")}>
        <ManyField name="thematicAreas" options={choices.thematicAreas} />
        <ManyField name="sdgs" options={choices.sdgs} />
      </Group>
      <Group legend={t("record")}>
        <BothField name="sourceNote" optional />
        {addressOpen && <TextField name="slug" optional />}
      </Group>
    </>
  );
}

function MilestoneFields({ choices }: Props) {
  const t = useTranslations("editing.groups");
  return (
    <>
      <TextField name="number" />
      <BothField name="title" />
      <OrganisationField name="leadOrganisationId" />
      <Term optional />
      <Group legend={t("about")}><BothField name="description" rows={4} optional /></Group>
      <SubjectLines entity="milestone" choices={choices} />
    </>
  );
}
