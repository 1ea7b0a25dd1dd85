// Provenance, read by the Python package prov, in a process of its own.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { pathOf, readJson } from './files.js';

const python = ['python3', '/usr/bin/python3'].find(command => spawnSync(command, ['-c', 'import prov.model']).status === 0);
const script = new URL('provenance.py', import.meta.url).pathname;
const check = name => JSON.parse(execFileSync(python, [script, pathOf(name)], { encoding: 'utf8', maxBuffer: 1 << 26 }));
const skip = python === undefined && 'the Python package prov is not installed (Debian: python3-prov)';

for (const name of ['harbour.prov', 'istanbul.prov', 'early.prov']) {
  test(`${name} is read whole, and written as PROV-N`, { skip }, () => {
    const found = check(name);
    const document = readJson(name);
    const written = Object.entries(document).filter(([section]) => section !== 'prefix').map(([, records]) => Object.keys(records).length);
    assert.equal(found.records, written.reduce((sum, count) => sum + count, 0));
    assert.ok(found.provn.startsWith('document'));
    assert.deepEqual(found.undeclared, [], 'every name that a relation uses is declared');
    assert.ok(found.same, 'written and read again it is the same');
  });
}

test('the relations that the standard has for news are all there', { skip }, () => {
  const { kinds } = check('harbour.prov');
  for (const kind of ['prov:Quotation', 'prov:PrimarySource', 'prov:Revision', 'Invalidation', 'Attribution', 'Delegation', 'Membership', 'Alternate', 'Generation', 'Usage', 'Association'])
    assert.ok(kinds[kind] > 0, kind);
});

test('every fact was derived from a report that stands', { skip }, () => {
  const { factsWithoutReports, facts } = check('harbour.prov');
  assert.equal(facts, readJson('harbour.state').facts.length);
  assert.deepEqual(factsWithoutReports, []);
});

test('grades stand on the reports and the sources that were graded, with who gave them', { skip }, () => {
  const { grades } = check('harbour.prov');
  assert.deepEqual(grades, {
    'lantern-mail-2031-04-05#vorrimund-reported': '3 by harbour desk; F4 by A. Reader',
    'The Halden Courier': 'B by harbour desk; C by A. Reader',
    'Corwen Hask': 'D by harbour desk',
    Velpress: 'B by harbour desk',
  });
});

test('before its notice a retraction is not in the provenance', { skip }, () => {
  assert.ok(check('harbour.prov').provn.includes('the paper was told otherwise'));
  assert.ok(!check('early.prov').provn.includes('the paper was told otherwise'));
});
