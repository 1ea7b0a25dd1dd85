// Annotations, read by the JSON-LD processor jsonld.js, without the network.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import jsonld from 'jsonld';
import { annotationContext } from './anno-facts.js';
import { negotiations, read, readJson } from './files.js';

const oa = 'http://www.w3.org/ns/oa#';

async function documentLoader(url) {
  assert.equal(url, 'http://www.w3.org/ns/anno.jsonld', 'only the standard context is loaded');
  return { contextUrl: null, documentUrl: url, document: annotationContext };
}

const expand = async name => (await jsonld.expand(readJson(name), { documentLoader, safe: true }))[0];

const listed = collection =>
  collection['http://www.w3.org/ns/activitystreams#first'][0]['http://www.w3.org/ns/activitystreams#items'][0]['@list'];

for (const talks of negotiations) {
  test(`every term of the annotations of ${talks} has a meaning`, async () => {
    // In safe mode whatever would be dropped, for want of a definition, is an error.
    const collection = await expand(`${talks}.annotations`);
    const annotations = listed(collection);
    assert.ok(annotations.length > 50);
    assert.equal(collection['http://www.w3.org/ns/activitystreams#totalItems'][0]['@value'], annotations.length);
    for (const annotation of annotations) {
      assert.deepEqual(annotation['@type'], [oa + 'Annotation']);
      assert.match(annotation['@id'], /^urn:uuid:[0-9a-f-]{36}$/);
      assert.equal(annotation[oa + 'hasBody'].length, 2);
      assert.ok(annotation[oa + 'hasTarget'].length > 0);
    }
  });

  test(`each target in ${talks} is a stretch of a text that is known by its hash, without its words`, async () => {
    for (const annotation of listed(await expand(`${talks}.annotations`))) {
      for (const target of annotation[oa + 'hasTarget']) {
        assert.ok(URL.canParse(target[oa + 'hasSource'][0]['@id']));
        const [selector, ...others] = target[oa + 'hasSelector'];
        assert.deepEqual(others, []);
        assert.deepEqual(selector['@type'], [oa + 'TextPositionSelector']);
        assert.ok(selector[oa + 'start'][0]['@value'] < selector[oa + 'end'][0]['@value']);
        assert.match(selector['urn:negotiations:terms:sha256'][0]['@value'], /^[0-9a-f]{64}$/);
        const state = target[oa + 'hasState'].find(state => state['@type'][0] === 'urn:negotiations:terms:TextState');
        assert.match(state['urn:negotiations:terms:sha256'][0]['@value'], /^[0-9a-f]{64}$/);
      }
    }
  });

  test(`the annotations of ${talks} become RDF`, async () => {
    const quads = await jsonld.toRDF(readJson(`${talks}.annotations`), { documentLoader, safe: true });
    const annotations = quads.filter(quad => quad.predicate.value.endsWith('#type') && quad.object.value === oa + 'Annotation');
    assert.equal(annotations.length, readJson(`${talks}.annotations`).total);
  });
}

test('a correction shows in the annotation of what it corrects', async () => {
  const items = readJson('harbour.annotations').first.items;
  const coding = id => items.map(item => item.body[1]).find(body => body.report === `courier-2031-04-02#${id}`);
  assert.equal(coding('pause-of-twelve-days').details.durationDays, 13);
  assert.equal(coding('pause-of-twelve-days').corrections.length, 2);
  assert.equal(coding('hostile-words').actor.name, 'Tessaly Vorrimund');
  assert.equal(coding('somebody-says-she-leaves'), undefined);
});

test('grades come with who gave them and why', async () => {
  const graded = readJson('harbour.annotations').first.items.map(item => item.body[1]).filter(body => body.grades);
  assert.deepEqual(graded.map(body => body.grades), [[
    { credibility: 3, by: 'harbour desk' },
    { reliability: 'F', credibility: 4, by: 'A. Reader', reason: 'nobody of her side was asked' },
  ]]);
});

test('words are quoted for whoever holds the texts, and only where they are the words that were coded', async () => {
  const items = listed(await expand('quoted.annotations'));
  const quotes = items.flatMap(item => item[oa + 'hasTarget']).flatMap(target => target[oa + 'hasSelector']).filter(selector => selector['@type'][0] === oa + 'TextQuoteSelector');
  assert.ok(quotes.length > 50);
  assert.ok(quotes.every(quote => quote[oa + 'exact'][0]['@value'].length > 0));
  assert.ok(items.length > quotes.length, 'the second version has no text to quote');
  assert.ok(!read('harbour.annotations').includes('TextQuoteSelector'));
});
