// Takes Web Chat's ready-made script and its licence notes out of the package, and compresses the script once, so that the server never has to.
// Use: node unpack-webchat.mjs <package.tgz> <folder>
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gunzipSync, gzipSync } from "node:zlib";

const [archive, folder] = process.argv.slice(2);
const wanted = { script: "package/dist/webchat.js", notices: "package/dist/webchat.js.LICENSE.txt", manifest: "package/package.json" };

// The archive's format is ustar (POSIX.1-1988): headers of 512 bytes, name at 0, size in octal at 124, contents padded to 512.
function* entries(tar) {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const text = (from, length) => tar.toString("utf8", at + from, at + from + length).replace(/\0.*$/s, "");
    const size = parseInt(text(124, 12).trim() || "0", 8);
    yield { name: (text(345, 155) ? `${text(345, 155)}/` : "") + text(0, 100), content: tar.subarray(at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

const found = {};
for (const { name, content } of entries(gunzipSync(readFileSync(archive)))) {
  const key = Object.keys(wanted).find(k => wanted[k] === name);
  if (key) found[key] = content;
}
for (const key of Object.keys(wanted)) {
  if (!found[key]) throw new Error(`${wanted[key]} is not in the package`);
}

const { name, version, license, homepage } = JSON.parse(found.manifest.toString("utf8"));
const hash = createHash("sha256").update(found.script).digest("hex").slice(0, 16);
const file = join(folder, `webchat.${hash}.js`);
mkdirSync(folder, { recursive: true });
writeFileSync(file, found.script);
// One step below the best: a hundredth larger, in half the time.
writeFileSync(`${file}.br`, brotliCompressSync(found.script, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: found.script.length },
}));
writeFileSync(`${file}.gz`, gzipSync(found.script, { level: 9 }));
writeFileSync(
  join(folder, "LICENSE.txt"),
  `${name} ${version}, licensed under ${license}${homepage ? `: ${homepage}` : ""}\nThe notices of what it contains, as its package gives them:\n\n${found.notices.toString("utf8")}`
);
