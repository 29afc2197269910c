# The app alone; its database is PostgreSQL 15 or newer with pgvector (docker-compose.yml brings one).
FROM node:20-slim AS build
WORKDIR /guildhall
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
ENV NEXT_TELEMETRY_DISABLED=1
RUN node node_modules/next/dist/bin/next build && npm prune --omit=dev && rm -rf .next/cache

FROM node:20-slim
WORKDIR /guildhall
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000
COPY --from=build --chown=node:node /guildhall ./
USER node
EXPOSE 3000
# Node itself is the process that gets SIGTERM; a wrapper would keep the signal from the server.
CMD ["node", "--import", "tsx", "scripts/serve.ts"]
