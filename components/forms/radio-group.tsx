import type { ComponentProps, ReactNode } from "react";
import { FieldGroup, type FieldWords } from "./field.tsx";
import styles from "./field.module.css";
import type { Option } from "./select.tsx";

interface Props extends Omit<FieldWords, "label"> {
  name: string;
  /** The first choice's id; the name unless a page has it twice. */
  id?: string;
  legend: string;
  options: readonly (Omit<Option, "label"> & { label: ReactNode })[];
  /** The chosen value of a plain form. */
  defaultValue?: string | undefined;
  /** The chosen value of a form that keeps it itself. */
  value?: string | undefined;
  /** What `register(name)` gives. */
  registration?: Omit<ComponentProps<"input">, "type" | "value" | "name">;
}

/** One of a few, all in sight. The first choice carries the group's name as its id, so that an error can lead to it. */
export function RadioGroup({ name, id = name, legend, hint, error, optional, options, defaultValue, value, registration }: Props) {
  return (
    <FieldGroup id={id} label={legend} hint={hint} error={error} optional={optional}>
      <div className={styles.choices}>
        {options.map((option, index) => (
          <label key={option.value} className={styles.choice}>
            <input
              {...registration}
              type="radio"
              id={index === 0 ? id : `${id}-${option.value}`}
              name={name}
              value={option.value}
              disabled={option.disabled}
              checked={value === undefined ? undefined : value === option.value}
              defaultChecked={defaultValue === undefined ? undefined : defaultValue === option.value}
            />
            <span>
              {option.label}
              {option.hint && <span className={styles.hint}><br />{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
