# Builds the page, then ships node, the libraries it needs and what the Node entry reads: no shell, no
# package manager, nothing that is not run. docs/deploy/docker.md says how to build and run it.
#
# A package mirror's settings can be given as the build secrets "npmrc" and "ca"; without them npm's own
# are used. NODE_IMAGE may be pinned further, to a digest: --build-arg NODE_IMAGE=node@sha256:…
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc --mount=type=secret,id=ca,target=/run/secrets/ca.crt \
    --mount=type=cache,target=/root/.npm \
    npm ci --ignore-scripts
COPY tsconfig.json ./
COPY shared ./shared
COPY worker ./worker
COPY web ./web
COPY tools ./tools
RUN node node_modules/vite/bin/vite.js build --config web/vite.config.ts \
    && node node_modules/vite/bin/vite.js build --config web/embed/vite.config.ts \
    && node tools/write-static-files.ts

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc --mount=type=secret,id=ca,target=/run/secrets/ca.crt \
    --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev --ignore-scripts
# What is in the image, for scanners: the packages of npm here, those of Debian in /var/lib/dpkg.
RUN npm sbom --package-lock-only --omit=dev --sbom-format=cyclonedx > sbom.cyclonedx.json \
    && sed -i '/^  "serialNumber": /d; /^    "timestamp": /d' sbom.cyclonedx.json
# Source maps, types and texts are for those who work on a package; its licence goes with it. The browser's
# libraries are in dist/ already.
RUN find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.cts' -o -name '*.d.mts' \
      -o -name '*.md' \) ! -iname 'licen[cs]e*' -delete \
    && rm -rf node_modules/lit node_modules/lit-html node_modules/lit-element node_modules/@lit \
      node_modules/@lit-labs node_modules/uplot node_modules/.package-lock.json

FROM ${NODE_IMAGE} AS files
WORKDIR /app
COPY deploy/docker/collect-files.sh /usr/local/bin/
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=dependencies /app/sbom.cyclonedx.json ./
COPY --from=build /app/package.json ./
COPY --from=build /app/shared ./shared
COPY --from=build /app/worker ./worker
COPY --from=build /app/dist ./dist
ARG SOURCE_DATE_EPOCH=0
RUN sh /usr/local/bin/collect-files.sh /files

FROM scratch
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="cost-simulator" \
      org.opencontainers.image.description="Functions or machines: what a workload costs a month" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
COPY --from=files /files/ /
WORKDIR /app
ENV PATH=/usr/local/bin NODE_ENV=production HOST=0.0.0.0 PORT=5001
# By number, so that an orchestrator sees that it is not root.
USER 1000:1000
EXPOSE 5001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=10s --start-period=5s --retries=3 \
    CMD ["node", "worker/healthcheck.ts"]
CMD ["node", "worker/node.ts"]
