# Builds with everything, and takes of it what the program needs (bin/image/tree.js): no npm packages but two, no sources, no maps. The
# database is not in here: set DATABASE_URL. For linux/amd64 and linux/arm64: build it on, or emulate, the platform that it is for,
# because npm chooses the native package by it.
ARG NODE=24-bookworm-slim

FROM node:${NODE} AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
COPY clients/typescript/package.json clients/typescript/
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && node bin/image.js --tree /app

FROM node:${NODE}
# No package manager, whose own packages need updates and which nothing here uses.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn* /opt/yarn*
WORKDIR /app
COPY --from=build /app ./
# /data may be written by any user that an orchestrator chooses; the code cache by this step only.
RUN mkdir /data && chmod 1777 /data \
  && { PORT=none node dist/gatehouse.js >/dev/null 2>&1; test -d dist/.compile-cache; } \
  && chmod -R a+rX,go-w /app
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Gatehouse" \
  org.opencontainers.image.description="The software a gym runs to be a Wellhub partner" \
  org.opencontainers.image.licenses="Apache-2.0" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}"
ENV NODE_ENV=production DATA_DIR=/data REVISION=${REVISION}
USER 65532:65532
VOLUME /data
EXPOSE 3000 9090
HEALTHCHECK --interval=10s --timeout=3s --start-period=40s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health/live').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
# Node itself is process 1, so that SIGTERM reaches it: no shell, no npm between.
ENTRYPOINT ["node", "/app/dist/gatehouse.js"]
CMD ["serve"]
