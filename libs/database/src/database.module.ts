import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { Database } from './database';

/** One connected database for the whole application. */
@Global()
@Module({
  providers: [
    {
      provide: Database,
      inject: [CONFIG],
      useFactory: async (config: Config) => {
        const database = new Database(config);
        await database.connect();
        return database;
      },
    },
  ],
  exports: [Database],
})
export class DatabaseModule {}
