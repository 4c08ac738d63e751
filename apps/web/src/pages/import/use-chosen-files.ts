import type { DragEvent } from 'react';
import { columnsOf, type Given } from './recognise-files';

/** A chosen file with the columns its first line names. */
export interface Chosen extends Given {
  readonly file: File;
}

const firstLine = 4096;

/** Reads the first line of each chosen table; a workbook is taken too, to be told what to do with it. Anything else is passed over. */
export async function chosenFrom(files: readonly File[]): Promise<Chosen[]> {
  const tables = files.filter(({ name }) => /\.(csv|tsv|txt|xlsx?|ods)$/i.test(name));
  return Promise.all(
    tables.map(async (file) => ({ file, name: file.name, columns: columnsOf(await file.slice(0, firstLine).text()) })),
  );
}

/** The files of a drop, out of folders too. */
export async function filesOf({ dataTransfer }: DragEvent): Promise<File[]> {
  const entries = [...dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...dataTransfer.files];
  return (await Promise.all(entries.map(filesIn))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile)
    return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
  // One level is enough: an export is a folder of files, and a deeper drop is a mistake.
  const files = entries.filter(({ isFile }) => isFile);
  return (await Promise.all(files.map(filesIn))).flat();
}
