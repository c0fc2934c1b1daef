export {createApp} from './app.js';
export {runCommandLine} from './command-line.js';
export type {Command, CommandResult} from './commands.js';
export type * from './dependencies.js';
export {serve, type ServeOptions, type Serving} from './serve.js';
export {readSettings} from './settings.js';
export * from './store/answer-store.js';
export {openSqliteStore} from './store/sqlite-store.js';
export {systemClock} from './system-clock.js';
