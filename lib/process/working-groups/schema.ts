import { z } from "zod";
import { localizedSchema, optionalLocalizedSchema } from "#lib/record/localized/schema.ts";
import { chosenSchema, groupKinds, memberRoles, orNothing, sectors, versionSchema } from "#lib/process/schema.ts";
import { endsBeforeStart } from "#lib/record/terms/rules.ts";
import { partialDateSchema } from "#lib/record/terms/schema.ts";

/** A seat: an organisation of the register, a name, or both. */
const memberLineSchema = z
  .object({ organisationId: chosenSchema, name: optionalLocalizedSchema(500), sector: z.enum(sectors, "choiceRequired"), role: z.enum(memberRoles, "choiceRequired") })
  .refine(({ organisationId, name }) => organisationId || name.ka || name.en, { message: "memberRequired", path: ["organisationId"] });

/** A working group or forum as its form holds it; `members` is the whole of it. `id` and `version` are null for the first save. */
export const saveGroupSchema = z
  .object({
    id: z.uuid().nullable(),
    version: versionSchema.nullable(),
    secretariatId: z.uuid("choiceRequired"),
    kind: z.enum(groupKinds, "choiceRequired"),
    planId: chosenSchema,
    name: localizedSchema(500),
    mandate: optionalLocalizedSchema(),
    startsOn: orNothing(partialDateSchema),
    endsOn: orNothing(partialDateSchema),
    members: z.array(memberLineSchema).max(200),
  })
  .refine((group) => !endsBeforeStart(group), { message: "endBeforeStart", path: ["endsOn"] });
export type SaveGroupInput = z.infer<typeof saveGroupSchema>;
export type GroupFormValues = z.input<typeof saveGroupSchema>;

export const groupVersionSchema = z.object({ groupId: z.uuid(), version: versionSchema });
export type GroupVersionInput = z.infer<typeof groupVersionSchema>;
