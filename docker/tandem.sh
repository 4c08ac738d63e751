#!/bin/sh
# The roles of the image, and `health [port]`. Any other word is a command of Tandem's command line, as in `tandem doctor`.
set -eu
run() { exec node --enable-source-maps "/app/dist/packed/$1.js"; }
case "${1:-api}" in
  api) run api ;;
  worker) run worker ;;
  health) exec node -e "fetch('http://127.0.0.1:' + process.argv[1] + '/healthz').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))" "${2:-$PORT}" ;;
  *) exec node --enable-source-maps /app/dist/packed/cli.js "$@" ;;
esac
