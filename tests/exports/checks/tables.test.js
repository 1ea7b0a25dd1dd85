// The tables, read by csv-parse, their dates by edtf.js.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import edtf from 'edtf';
import { negotiations, read, readJson } from './files.js';

const cells = name => parse(read(name), { bom: true });
const plain = cell => (cell.startsWith("'") ? cell.slice(1) : cell);
const rows = name => {
  const [columns, ...lines] = cells(name);
  return lines.map(line => Object.fromEntries(columns.map((column, place) => [column, plain(line[place])])));
};

// edtf.js (4.11) gives a set of consecutive days the end of its first day; its last day is asked for by itself.
const boundsOf = text => {
  const [, last] = /^\[(?:[^,\]]*)\.\.([^,\]]+)\]$/.exec(text) ?? [];
  return [edtf(text).min, last ? edtf(last).max : edtf(text).max];
};

const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

for (const talks of negotiations) {
  for (const table of ['reports', 'facts', 'events']) {
    test(`the ${table} of ${talks} are a table in which every line has the columns of the file beside it`, () => {
      const [columns, ...lines] = cells(`${talks}.${table}`);
      assert.ok(lines.length > 20);
      const beside = readJson(`${talks}.${table}-metadata.json`);
      assert.deepEqual(columns, beside.tableSchema.columns.map(column => column.name));
      assert.equal(beside.url, `${talks}.${table}`);
      assert.equal(beside['urn:negotiations:terms:negotiation'], talks);
    });

    test(`no cell of the ${table} of ${talks} can be taken for a formula`, () => {
      for (const line of cells(`${talks}.${table}`)) assert.deepEqual(line.filter(cell => formula.test(cell)), []);
    });
  }

  test(`every date of ${talks} is EDTF, and its bounds are those of edtf.js`, () => {
    for (const [table, date] of [['reports', 'happened'], ['facts', 'happened'], ['events', 'date']]) {
      const dated = rows(`${talks}.${table}`).filter(row => row[date] !== '');
      assert.ok(dated.length > 10);
      for (const row of dated) {
        const [first, last] = boundsOf(row[date]);
        const day = value => (Number.isFinite(value) ? new Date(value).toISOString().slice(0, 10) : '');
        // A fact's bounds can be narrower than its date as written: an act is cut at its first report. And which months a season
        // has is not laid down: edtf.js lets spring begin in January.
        const isSeason = /-2[1-4]$/.test(row[date]);
        if (table === 'reports' && !isSeason) assert.deepEqual([row.happened_earliest, row.happened_latest], [day(first), day(last)], row[date]);
      }
    }
  });

  test(`each act of ${talks} is there once for each scheme, however many reports it has`, () => {
    const events = rows(`${talks}.events`);
    const keys = events.map(row => `${row.act} ${row.scheme}`);
    assert.equal(new Set(keys).size, keys.length);
    assert.deepEqual(new Set(events.map(row => `${row.scheme} ${row.scheme_version}`)), new Set(['CAMEO 1.1b3', 'PLOVER 2023']));
    assert.ok(events.some(row => Number(row.reports) > 1));
    assert.equal(new Set(events.map(row => row.act)).size, new Set(rows(`${talks}.reports`).map(row => row.act)).size);
  });

  test(`codes in ${talks} keep their leading zeros, and what has none says why`, () => {
    const events = rows(`${talks}.events`);
    for (const row of events.filter(row => row.scheme === 'CAMEO' && row.code !== '')) assert.match(row.code, /^[01][0-9]{2,3}$/);
    assert.ok(events.some(row => row.code.startsWith('0')));
    for (const row of events.filter(row => row.code === '')) assert.ok(row.fit === 'none' && row.note !== '');
  });
}

test('what looks like a formula comes back as it was', () => {
  const summaries = rows('harbour.reports').map(row => row.summary);
  assert.ok(summaries.includes("'quoted' words, a comma, a \"mark\" and ნაია ველდარი."));
  const listing = readJson('harbour.listing').reports;
  assert.deepEqual(new Set(summaries), new Set(listing.map(report => report.summary)));
});

test('the facts are those of the state', () => {
  const state = readJson('harbour.state').facts;
  const facts = rows('harbour.facts');
  assert.deepEqual(facts.map(row => [row.key, JSON.parse(row.value), row.standing, row.since]), state.map(fact => [fact.key, fact.value, fact.standing, fact.since]));
  assert.deepEqual(facts.map(row => row.because.split('; ')), state.map(fact => fact.because));
});

test('grades stand in three columns, each grade at the same place in all of them', () => {
  const graded = rows('harbour.reports').filter(row => row.graded_by !== '');
  assert.deepEqual(graded.map(row => [row.reliability, row.credibility, row.graded_by]), [['; F', '3; 4', 'harbour desk; A. Reader']]);
  assert.ok(rows('istanbul.reports').every(row => row.reliability === '' && row.credibility === '' && row.graded_by === ''));
});

test('the reports are those of the listing', () => {
  const listing = readJson('harbour.listing').reports;
  const reports = rows('harbour.reports');
  assert.deepEqual(reports.map(row => row.event_id), listing.map(report => report.id));
  assert.deepEqual(reports.map(row => JSON.parse(row.details)), listing.map(report => report.details));
});
