import coreWebVitals from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

const config = [
  ...coreWebVitals,
  ...typescript,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "react/no-danger": "error",
    },
  },
  {
    // One clock for all, which tests can set. The .mjs programs run before anything of ours can be imported.
    files: ["{app,bin,components,lib}/**/*.{ts,tsx}"],
    ignores: ["lib/platform/clock.ts", "**/*.test.{ts,tsx}", "lib/platform/testing/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        ...["NewExpression[callee.name='Date'][arguments.length=0]", "CallExpression[callee.name='Date']", "CallExpression[callee.object.name='Date'][callee.property.name='now']"].map((selector) => ({
          selector,
          message: "Ask lib/platform/clock.ts: now(), or machineTime() for durations.",
        })),
      ],
    },
  },
  { ignores: [".next/**", "node_modules/**", "data/**", "lib/platform/db/generated/**", "next-env.d.ts"] },
];

export default config;
