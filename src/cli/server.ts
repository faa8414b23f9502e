import { type Command, exitCodes } from './command.ts'

const settings = [
  'The settings come from the environment: PORT, DATA_DIR (default ./data), DATABASE_URL for a PostgreSQL server instead',
  'of the embedded one, DATABASE_OWNER_URL for its owner.',
].join('\n')

/** Starts the web server and the background work; it goes on until it is told to stop. */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'Start the web server.',
  maximum: 0,
  options: [{ name: 'demo-when-empty', help: 'fill an empty database with the five demonstration committees' }],
  details: [settings],
  run: async () => {
    await import('../main.ts')
    return exitCodes.good
  },
}

/** Brings the database up to date, as its owner, without starting the server. */
export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Bring the database up to date without starting the server.',
  maximum: 0,
  details: [settings, 'A server that is started with the owner’s rights does this by itself.'],
  run: async () => {
    const [{ openDatabase }, { readSettings }] = await Promise.all([
      import('../platform/db/open.ts'),
      import('../platform/settings.ts'),
    ])
    const database = await openDatabase(readSettings(process.env))
    await database.close()
    console.log('The database is up to date.')
    return exitCodes.good
  },
}
