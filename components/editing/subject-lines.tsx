"use client";

import { useTranslations } from "next-intl";
import { partnershipRoles } from "#lib/record/drafting/schema.ts";
import { BothField, ChoiceField, Pair, TextField, YesField } from "./fields.tsx";
import { Lines } from "./lines.tsx";
import type { FormChoices } from "./form-choices.ts";
import { OrganisationField } from "./organisation-field.tsx";

/** Who takes part, what will be measured, what will prove it and what it costs: the same of a commitment and of a milestone. */
export function SubjectLines({ entity, choices }: { entity: "commitment" | "milestone"; choices: FormChoices }) {
  const roles = useTranslations("status.partnership");
  return (
    <>
      <Lines entity={entity} name="partnerships" first="organisationId">
        {(line) => (
          <Pair>
            <OrganisationField name={`${line}.organisationId`} />
            <ChoiceField name={`${line}.role`} options={partnershipRoles.map((value) => ({ value, label: roles(value) }))} />
          </Pair>
        )}
      </Lines>
      <Lines entity={entity} name="indicators" first="text.ka">
        {(line) => (
          <>
            <BothField name={`${line}.text`} />
            <Pair>
              <TextField name={`${line}.baseline`} inputMode="decimal" optional />
              <TextField name={`${line}.target`} inputMode="decimal" optional />
            </Pair>
            <BothField name={`${line}.unit`} rows={1} optional />
            <TextField name={`${line}.code`} optional />
          </>
        )}
      </Lines>
      <Lines entity={entity} name="sources" first="text.ka">{(line) => <BothField name={`${line}.text`} />}</Lines>
      <Lines entity={entity} name="budgetLines" first="amount">
        {(line) => (
          <>
            <Pair>
              <TextField name={`${line}.amount`} inputMode="decimal" optional />
              <TextField name={`${line}.currency`} optional />
            </Pair>
            <Pair>
              <TextField name={`${line}.programmeCode`} optional />
              <ChoiceField name={`${line}.fundingSourceCode`} options={choices.fundingSources} optional />
            </Pair>
            <YesField name={`${line}.noAdditionalCost`} />
            <BothField name={`${line}.statedText`} optional />
          </>
        )}
      </Lines>
    </>
  );
}
