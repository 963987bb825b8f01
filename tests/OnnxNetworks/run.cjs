// Runs a model with onnxruntime-node, the independent check of SensorSim.Onnx.
// node run.cjs PACKAGE MODEL INPUT_NAME INPUT_FILE SHAPE OUTPUT_NAME OUTPUT_FILE      files: float32, little-endian; SHAPE: 1,3,480,640
const fs = require('fs');
const [, , module_, model, inputName, inputFile, shape, outputName, outputFile] = process.argv;
const ort = require(module_);

(async () => {
  const session = await ort.InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  const bytes = fs.readFileSync(inputFile);
  const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const results = await session.run({ [inputName]: new ort.Tensor('float32', values, shape.split(',').map(Number)) });
  const output = results[outputName];
  fs.writeFileSync(outputFile, Buffer.from(output.data.buffer, output.data.byteOffset, output.data.byteLength));
  console.log(output.dims.join(','));
})().catch((error) => { console.error(error.message); process.exit(1); });
