// Emmett on the server that is measured: appends as many events of the same size, a transaction for each article, and
// aggregates one stream as of a version. It prints a line of JSON for each thing measured, its times in milliseconds.
//
//   node asof.js CONNECTION_URL EVENTS BYTES_OF_AN_EVENT EVENTS_OF_A_ROUND SECONDS
//
// Emmett folds one stream. So a round is one stream here, and a whole negotiation another: what spans articles would
// otherwise have to be put together by hand.
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';

const [connection, ...numbers] = process.argv.slice(2);
const [events, bytes, eventsOfRound, seconds] = numbers.map(Number);
if (!connection || numbers.length !== 4 || numbers.some((text) => !(Number(text) > 0))) {
  console.error('node asof.js CONNECTION_URL EVENTS BYTES_OF_AN_EVENT EVENTS_OF_A_ROUND SECONDS');
  process.exit(2);
}

const eventsOfArticle = 20;
const keysOfRound = 300;
const random = seeded(1);
const padding = 'x'.repeat(Math.max(1, bytes - 60));
const store = getPostgreSQLEventStore(connection);
await store.schema.migrate();

await fill();
await append();
await ask('one article as of a version', pick('article', Math.floor(events / eventsOfArticle)), eventsOfArticle, 400);
await ask('a round as of a version, from its own stream', () => 'round', eventsOfRound, 200);
await ask('a negotiation as of a version, from its own stream', () => 'negotiation', events, 20);
await store.close();

async function fill() {
  let appended = 0;
  const start = performance.now();
  for (let article = 0; appended < events; article++, appended += eventsOfArticle)
    await store.appendToStream(`article-${article}`, createEvents(eventsOfArticle));
  print('append', { perSecond: appended / ((performance.now() - start) / 1000) });
  for (const [stream, count] of [['round', eventsOfRound], ['negotiation', events]])
    for (let place = 0; place < count; place += 500)
      await store.appendToStream(stream, createEvents(Math.min(500, count - place)));
}

async function append() {
  const times = [];
  for (let number = 0; number < 60; number++) {
    const added = createEvents(eventsOfArticle);
    const start = performance.now();
    await store.appendToStream(`further-${number}`, added);
    times.push(performance.now() - start);
  }
  print('an article of 20 events, committed', { times });
}

// As of any version in its later half, as the others are asked.
async function ask(what, draw, count, enough) {
  const times = [];
  const limit = performance.now() + seconds * 1000;
  for (let number = 0; number < enough + 3 && (number < 4 || performance.now() < limit); number++) {
    const to = BigInt(Math.ceil(count / 2) + Math.floor(random() * (count / 2)));
    const start = performance.now();
    const { state } = await store.aggregateStream(draw(), {
      evolve: (values, event) => values.set(event.data.key, event.data.value),
      initialState: () => new Map(),
      read: { to },
    });
    if (state.size === 0) throw new Error(`${what}: nothing was aggregated`);
    // The first ones are compiled.
    if (number >= 3) times.push(performance.now() - start);
  }
  print(what, { times });
}

function createEvents(count) {
  return Array.from({ length: count }, () => ({
    type: 'Reported',
    data: { key: `fact-${Math.floor(random() * keysOfRound)}`, value: 'confirmed', padding },
  }));
}

function pick(name, count) {
  return () => `${name}-${Math.floor(random() * Math.max(1, count))}`;
}

function print(what, measured) {
  console.log(JSON.stringify({ what, ...measured }));
}

// The same draws in each run (mulberry32).
function seeded(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
