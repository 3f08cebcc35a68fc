// Plain enough for a Node that is far too old to be told so by it, and imports nothing.
var version = process.versions.node;
var parts = version.split('.').map(Number);

if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  console.error(
    'Gatehouse needs Node 22 or 24, and this is Node ' +
      version +
      ': install a newer one and start again.',
  );
  process.exit(1);
}
