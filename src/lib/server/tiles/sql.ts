/** Names and texts within SQL. */
export const name = (column: string) => `"${column.replaceAll('"', '""')}"`;
export const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
