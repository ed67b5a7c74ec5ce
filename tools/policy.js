// Puts policies to Google's CSP evaluator, which knows the ways around policies. Prints what it finds, a line each, with
// its severity: the lower the number, the worse. `cargo xtask test` runs it, and expects nothing to be found.
// Usage: node policy.js "policy" "another policy"
const { CspEvaluator } = require("csp_evaluator/dist/evaluator.js");
const { CspParser } = require("csp_evaluator/dist/parser.js");
const { Severity } = require("csp_evaluator/dist/finding.js");

for (const policy of process.argv.slice(2)) {
  for (const finding of new CspEvaluator(new CspParser(policy).csp).evaluate()) {
    console.log(`${finding.severity} ${Severity[finding.severity]}: ${finding.directive} ${finding.value ?? ""}: ${finding.description}`);
  }
}
