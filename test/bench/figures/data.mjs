// The database that is asked: loaded for this run alone, or into a folder that is kept, where a later run finds it.
import { openDatabase, untilPoolIsFilled } from '../records/database.mjs';
import { freeBytes, openKeptFolder, openRunFolder } from '../records/folder.mjs';
import { threeYears } from '../records/plan.mjs';
import { tellOfDisk } from '../running/disk.mjs';
import { noteOfLoaded, noteOfLoading } from '../running/kept-data.mjs';
import { loadFigures } from './load.mjs';
import { takeBackMoves } from './moves-by-hand.mjs';
import { processorSecondsOf } from './process-use.mjs';

/**
 * `{ folder, database, loaded }`: `loaded` is what loading said, then or now; `wasThere` tells which. `dir` is the folder that is kept, if
 * any; `hasPeers` whether others will get the records as well.
 */
export async function openData({ size, days = threeYears, dir, hasPeers = false, inMemory, pool }, { say, undo }) {
  const folder = dir ? openKeptFolder(dir, { size, days }) : openRunFolder({ inMemory });
  undo.push(folder.remove);
  if (folder.note) return { folder, ...(await openAgain(folder, { pool, say, undo })) };
  const warning = tellOfDisk({ size, hasPeers, free: freeBytes(folder) });
  if (warning) say(warning);
  const note = noteOfLoading({ size, days });
  folder.write?.(note);
  const database = await openDatabase(folder, { pool, say });
  undo.push(database.stop);
  say(`Loading ${size} opportunities …`);
  const idle = processorSecondsOf(database.pid);
  const told = await loadFigures(database.connect, { size, days, say });
  const processorSeconds = idle === null ? null : processorSecondsOf(database.pid) - idle;
  const loaded = { ...told, processorSeconds, versions: await versionsOf(database) };
  folder.write?.(noteOfLoaded(note, loaded));
  return { folder, database, loaded: { ...loaded, wasThere: false } };
}

async function openAgain(folder, { pool, say, undo }) {
  const { loaded } = folder.note;
  say(`Opening ${folder.note.size} opportunities that were loaded until ${loaded.until} …`);
  const database = await openDatabase(folder, { pool, say });
  undo.push(database.stop);
  await takeBackMoves(database.connect);
  await untilPoolIsFilled(database);
  return { database, loaded: { ...loaded, wasThere: true } };
}

async function versionsOf({ connect, version }) {
  const connection = await connect();
  const [[{ name }]] = await connection.query('SELECT name FROM migrations ORDER BY id DESC LIMIT 1');
  await connection.end();
  return { schema: name, server: version, node: process.version };
}
