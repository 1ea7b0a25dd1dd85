// The log, read line by line by the CloudEvents SDK for JavaScript, which validates each event on making it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CloudEvent, HTTP } from 'cloudevents';
import { negotiations, read } from './files.js';

const linesOf = talks => read(`${talks}.cloudevents`).trimEnd().split('\n');

const received = line => HTTP.toEvent({ headers: { 'content-type': 'application/cloudevents+json' }, body: line });

for (const talks of negotiations) {
  test(`every line of ${talks} is a valid CloudEvent in structured mode`, () => {
    for (const line of linesOf(talks)) {
      const event = received(line);
      assert.ok(event instanceof CloudEvent);
      assert.equal(event.specversion, '1.0');
      assert.ok(event.validate());
    }
  });

  test(`the events of ${talks} stand in the order of positions, each once`, () => {
    const events = linesOf(talks).slice(1).map(received);
    const positions = events.map(event => Number(event.position));
    assert.deepEqual(positions, positions.toSorted((a, b) => a - b));
    assert.deepEqual(events.map(event => event.sequence), events.map(event => event.sequence).toSorted());
    assert.equal(new Set(events.map(event => event.id)).size, events.length);
  });

  test(`the first line of ${talks} says what the rest is`, () => {
    const header = received(linesOf(talks)[0]);
    assert.equal(header.type, 'negotiations.export');
    assert.equal(header.data.negotiation, talks);
    assert.match(header.data.program, /^negotiations /);
    assert.equal(header.data.erased, 0);
  });
}

test('definitions, versions, reports and corrections are all there', () => {
  const types = new Set(linesOf('harbour').map(line => received(line).type));
  for (const type of ['negotiation_defined', 'article_version_published', 'talks_offered', 'report_corrected', 'report_retracted', 'correction_undone', 'articles_linked'])
    assert.ok(types.has(`negotiations.${type}.v1`), type);
});
