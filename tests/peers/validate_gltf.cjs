// One line of JSON for each file: what Khronos' glTF validator (npm gltf-validator) finds. Usage: node validate_gltf.cjs FILE…
const fs = require('fs');
const path = require('path');
const validator = require('gltf-validator');

const readNext = file => uri => new Promise((resolve, reject) =>
  fs.readFile(path.resolve(path.dirname(file), decodeURIComponent(uri)), (error, data) => error ? reject(error.toString()) : resolve(new Uint8Array(data))));

async function validate(file) {
  try {
    const report = await validator.validateBytes(new Uint8Array(fs.readFileSync(file)), { uri: path.basename(file), externalResourceFunction: readNext(file), maxIssues: 100 });
    const worst = severity => report.issues.messages.filter(message => message.severity === severity).map(message => message.code);
    return { file, errors: worst(0), warnings: worst(1) };
  } catch (error) {
    return { file, errors: [String(error)], warnings: [] };
  }
}

(async () => {
  for (const file of process.argv.slice(2)) console.log(JSON.stringify(await validate(file)));
})();
