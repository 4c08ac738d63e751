// A CRM export of any size: the columns and the faults of a real one, drawn from a fixed seed, so the same size gives the same files.
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { randomFrom } from '../records/paths.mjs';

const seed = 17;
const offices = ['Central', 'East', 'West'];
const managers = 6;
const agents = 35;
const sectors = ['technolgy', 'medical', 'retail', 'software', 'finance', 'entertainment', 'marketing'];
const countries = ['United States', 'Kenya', 'Philipines', 'Japan', 'Norway'];
/** As it is spelt in the price list, in the pipeline, and what it costs. */
const products = [
  ['GTX Basic', 'GTX Basic', 550],
  ['GTX Pro', 'GTXPro', 4821],
  ['GTX Plus Basic', 'GTX Plus Basic', 1096],
  ['GTX Plus Pro', 'GTX Plus Pro', 5482],
  ['MG Special', 'MG Special', 55],
  ['MG Advanced', 'MG Advanced', 3393],
  ['GTK 500', 'GTK 500', 26768],
];
/** Of a hundred thousand: won, lost, engaging; the others are prospects. */
const shares = [48_159, 28_102, 18_057];
const stages = ['Won', 'Lost', 'Engaging', 'Prospecting'];
const days = 3 * 365;
const firstDay = Date.UTC(2021, 0, 4);
const dayMs = 86_400_000;
/** A quarter as many customers as opportunities, as in the records of the other benchmarks. */
const opportunitiesOfAccount = 4;
const subsidiaries = 0.15;

/**
 * The four files by their names, each the lines it has, made while they are taken. `mark` begins the ids and names of what is new, so
 * that two exports with different marks share people and products alone.
 */
export function drawExport(size, mark) {
  const accounts = Math.max(1, Math.ceil(size / opportunitiesOfAccount));
  return {
    'accounts.csv': accountLines(accounts, mark),
    'products.csv': productLines(),
    'sales_teams.csv': teamLines(),
    'sales_pipeline.csv': pipelineLines(size, { accounts, mark }),
  };
}

/** Writes them into a folder that is there, and says how many rows they have beside the headers. */
export async function writeExport(folder, { size, mark }) {
  const files = Object.entries(drawExport(size, mark));
  let rows = -files.length;
  for (const [name, lines] of files) {
    const counted = function* () {
      for (const line of lines) {
        rows++;
        yield `${line}\n`;
      }
    };
    await pipeline(Readable.from(counted()), createWriteStream(path.join(folder, name)));
  }
  return rows;
}

function* accountLines(accounts, mark) {
  const random = randomFrom(seed);
  yield 'account,sector,year_established,revenue,employees,office_location,subsidiary_of';
  for (let n = 1; n <= accounts; n++) {
    const parent = n > 1 && random() < subsidiaries ? accountName(mark, 1 + Math.floor(random() * (n - 1))) : '';
    const revenue = (random() * 5_000).toFixed(2);
    yield [
      accountName(mark, n),
      pick(random, sectors),
      1980 + Math.floor(random() * 40),
      revenue,
      10 + Math.floor(random() * 9_000),
      pick(random, countries),
      parent,
    ].join(',');
  }
}

function* productLines() {
  yield 'product,series,sales_price';
  for (const [name, , price] of products) yield [name, name.split(' ')[0], price].join(',');
}

function* teamLines() {
  yield 'sales_agent,manager,regional_office';
  for (let n = 1; n <= agents; n++) {
    const manager = n % managers;
    yield [`Agent ${n}`, `Manager ${manager + 1}`, offices[manager % offices.length]].join(',');
  }
}

function* pipelineLines(size, { accounts, mark }) {
  const random = randomFrom(seed + 1);
  yield 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value';
  for (let n = 1; n <= size; n++) {
    const dice = random() * 100_000;
    let place = 0;
    for (let sum = shares[0]; place < shares.length && dice >= sum; sum += shares[++place]);
    const stage = stages[place];
    const isClosed = place < 2;
    const [, product, price] = pick(random, products);
    const engaged = firstDay + Math.floor(random() * days) * dayMs;
    const closed = engaged + (1 + Math.floor(random() * 138)) * dayMs;
    const buyer = accountName(mark, 1 + Math.floor(random() * accounts));
    const hasBuyer = isClosed || random() > 0.68;
    const value = stage === 'Won' ? Math.max(1, Math.round(price * (0.75 + random() / 2))) : 0;
    yield [
      `${mark}${n.toString(36).toUpperCase().padStart(7, '0')}`,
      `Agent ${1 + Math.floor(random() * agents)}`,
      product,
      hasBuyer ? buyer : '',
      stage,
      stage === 'Prospecting' ? '' : plainDay(engaged),
      isClosed ? plainDay(closed) : '',
      isClosed ? value : '',
    ].join(',');
  }
}

const accountName = (mark, n) => `Customer ${mark}${n}`;
const plainDay = (ms) => new Date(ms).toISOString().slice(0, 10);
const pick = (random, list) => list[Math.floor(random() * list.length)];
