/** The same API as `better-sqlite3`, in the line that needs Node 22. */
declare module 'better-sqlite3-napi' {
  export { default } from 'better-sqlite3';
}
