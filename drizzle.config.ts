import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./db/schema.ts', './db/schema-duties.ts', './db/schema-coordination.ts'],
  out: './db/migrations',
  casing: 'snake_case',
});
