// Writes what keeps a page from 100 in Lighthouse, a line each; nothing, if nothing does.
// node score.mjs ADDRESS PORT, where the port is that of a running Chromium
import lighthouse from "lighthouse";

const [address, port] = process.argv.slice(2);
const look = async () => (await lighthouse(address, {
  port: Number(port),
  onlyCategories: ["performance", "accessibility", "best-practices"],
  disableStorageReset: true,
  logLevel: "error",
})).lhr;
// On a busy machine it may miss the page's beginning; then it looks again.
let lhr = await look();
for (let again = 0; lhr.runtimeError?.code === "NO_NAVSTART" && again < 3; again += 1) lhr = await look();
if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
for (const { id, score, auditRefs } of Object.values(lhr.categories)) {
  if (score === 1) continue;
  const why = auditRefs.map((ref) => [ref, lhr.audits[ref.id]])
    .filter(([ref, audit]) => ref.weight > 0 && audit.score !== null && audit.score < 1)
    .map(([, audit]) => `${audit.id} ${audit.displayValue || ""}`.trim());
  console.log(`${id} ${Math.round(score * 100)}: ${why.join(", ")}`);
}
process.exit(0);
