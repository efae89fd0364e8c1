// SQLite, as Node has it itself since 22.13; on an older one the package better-sqlite3. What is used of them is the same.

const own = () => import('node:sqlite').then(({ DatabaseSync }) => DatabaseSync);
const installed = () => import('better-sqlite3').then(({ default: Database }) => Database);
const Database = await own().catch(installed);

/** Opens a database, with what it must hold. */
export function opened(path, tables) {
  const database = new Database(path);
  database.exec('PRAGMA busy_timeout = 5000');
  database.exec(tables);
  return database;
}

/** All that `work` writes, or nothing; nobody else writes in between. */
export function together(database, work) {
  database.exec('BEGIN IMMEDIATE');
  try {
    const answer = work();
    database.exec('COMMIT');
    return answer;
  } catch (fault) {
    database.exec('ROLLBACK');
    throw fault;
  }
}
