// A peer: validates YAML files against one schema with js-yaml and ajv (npm install js-yaml ajv here first).
import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import Ajv from "ajv/dist/2020.js";

const [schema, ...files] = process.argv.slice(2);
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(
  JSON.parse(readFileSync(schema, "utf8")),
);
let bad = 0;
for (const file of files) {
  if (!validate(load(readFileSync(file, "utf8")))) bad += 1;
}
console.log(`${files.length} files, ${bad} bad`);
