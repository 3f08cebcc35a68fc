#!/bin/sh
# Makes the secrets of deploy/compose.yaml once, in deploy/compose/secrets. What is there is never made anew: without its
# SECRETS_KEY a database cannot be read.
set -eu
cd "$(dirname "$0")"
if [ -e secrets ]; then
  echo 'deploy/compose/secrets is there already and stays as it is.'
  exit 0
fi
umask 077
made=$(mktemp -d secrets.XXXXXX)
trap 'rm -rf "$made"' EXIT
password=$(openssl rand -hex 24)
address() { echo "postgres://gatehouse:$password@$1/gatehouse"; }

echo "POSTGRES_PASSWORD=$password" >"$made/postgres.env"
echo "\"gatehouse\" \"$password\"" >"$made/userlist.txt"
echo "DATABASE_URL=$(address postgres:5432)" >"$made/migrate.env"
echo "GF_SECURITY_ADMIN_PASSWORD=$(openssl rand -hex 12)" >"$made/grafana.env"
{
  echo "DATABASE_URL=$(address pgbouncer:6432)"
  echo "OPERATOR_API_KEY=$(openssl rand -hex 24)"
  echo "SECRETS_KEY=$(openssl rand -base64 32)"
} >"$made/gatehouse.env"
# PgBouncer reads it as a user of its own; the folder keeps others out.
chmod 644 "$made/userlist.txt"
mv "$made" secrets
chmod 700 secrets
echo 'Made deploy/compose/secrets. Keep a copy of gatehouse.env: its SECRETS_KEY opens what the database holds.'
