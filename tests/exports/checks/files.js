// The files that ./prepare has exported.
import { readFileSync } from 'node:fs';

const folder = new URL('../out/', import.meta.url);

export const negotiations = ['harbour', 'istanbul'];

export const pathOf = name => new URL(name, folder).pathname;

export const read = name => readFileSync(new URL(name, folder), 'utf8');

export const readJson = name => JSON.parse(read(name));
