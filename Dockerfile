# Builds the page, then ships only what the Node entry needs. Build: docker build -t cost-simulator .
# A package mirror's settings can be given as the build secret "npmrc"; without it npm's own are used.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc --mount=type=secret,id=ca,target=/run/secrets/ca.crt \
    npm ci --ignore-scripts
COPY tsconfig.json ./
COPY shared ./shared
COPY worker ./worker
COPY web ./web
COPY tools ./tools
RUN node node_modules/vite/bin/vite.js build --config web/vite.config.ts \
    && node tools/write-static-files.ts

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc --mount=type=secret,id=ca,target=/run/secrets/ca.crt \
    npm ci --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="cost-simulator" \
      org.opencontainers.image.description="Functions or machines: what a workload costs a month" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=5001
COPY --from=build /app/package.json ./
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/shared ./shared
COPY --from=build /app/worker ./worker
COPY --from=build /app/dist ./dist
USER node
EXPOSE 5001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --retries=3 \
    CMD ["node", "worker/healthcheck.ts"]
CMD ["node", "worker/node.ts"]
