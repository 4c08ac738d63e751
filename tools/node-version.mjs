// Read before anything else, therefore in words that every Node with modules understands.
const [major, minor] = process.versions.node.split('.').map(Number);
const supported = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);

/** Runs the act only on a Node that can; its modules are not even loaded otherwise. */
export function onSupportedNode(loadAct) {
  if (supported) return loadAct();
  console.error('Tandem needs Node 20.19 or later, or 22.12 or later; this is ' + process.version + ' (nodejs.org).');
  return process.exit(1);
}
