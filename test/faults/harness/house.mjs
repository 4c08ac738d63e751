// The whole product on this machine, every line of it through a proxy, everything ended by its pid at the end.
import { randomBytes } from 'node:crypto';
import { randomFrom } from './random.mjs';
import { openFaultProxy } from '../wire/fault-proxy.mjs';
import { keepApi, keepWorker, runTandem } from './apps.mjs';
import { findBackupPrograms, openBackups } from './backups.mjs';
import { openRunFolder } from './folder.mjs';
import { freePort } from './ports.mjs';
import { askDatabase, connectTo, openServices, tellRedis } from './services.mjs';
import { diskIn, mountSmallDisk } from './small-disk.mjs';
import { openSmtpSink } from './smtp-sink.mjs';
import { openWebhookSink } from './webhook-sink.mjs';

/** `doors` are where clients knock, one for each API; `lines` are the proxies by what they lead to. */
export async function openHouse(
  { apis, workers, clocks, seed, databaseLine, isForgetful, smallDisk, takesBackups, environment = {} },
  say,
) {
  const undo = [];
  const folder = openRunFolder();
  undo.push(() => folder.remove());
  try {
    return await furnish();
  } catch (error) {
    await close();
    throw error;
  }

  async function furnish() {
    const programs = takesBackups ? findBackupPrograms() : null;
    const disk = smallDisk ? mountSmallDisk(diskIn(folder.root)) : null;
    undo.push(() => disk?.unmount());
    const services = await openServices(folder, { isForgetful, disk, say });
    const sink = await openSmtpSink();
    const random = randomFrom(seed);
    const webhookSink = await openWebhookSink({ file: folder.webhooks, random: randomFrom(seed + 2) });
    undo.push(() => webhookSink.close());
    const line = async (target, listen = { port: 0 }) => opened(await openFaultProxy({ listen, target, random }));
    const lines = {
      redis: await line({ path: services.redisSocket }, { path: folder.socketOf('redis-line') }),
      smtp: await line({ port: sink.port }),
      webhooks: await line({ port: webhookSink.port }),
      // A dozen statements make a move: this line costs a tenth of the speed, so it is laid where it is needed only.
      database: databaseLine
        ? await line({ path: services.databaseSocket }, { path: folder.socketOf('database-line') })
        : null,
      clients: [],
    };
    undo.push(() => sink.close());
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseLine ? throughLine(services.databaseUrl, folder) : services.databaseUrl,
      DATABASE_OWNER_URL: '',
      REDIS_URL: `unix://${folder.socketOf('redis-line')}`,
      MAIL_TRANSPORT: 'smtp',
      SMTP_URL: `smtp://127.0.0.1:${lines.smtp.port}`,
      SMTP_INSECURE: 'true',
      ...hastyMail,
      ...webhooksInTheHouse,
      LOG_LEVEL: 'warn',
      WEB_DIR: '',
      FAULTS_PRODUCT: folder.product,
      ...environment,
    };
    /** One database of the server, as its owner asks and mends it. */
    const inDatabase = (name) => {
      const urls = { DATABASE_URL: services.databaseUrl, DATABASE_OWNER_URL: services.ownerUrl };
      for (const [key, url] of Object.entries(urls)) urls[key] = ofDatabase(url, name);
      return {
        ask: (sql, parameters) => askDatabase(urls.DATABASE_OWNER_URL, sql, parameters),
        tandem: (...words) => runTandem(words, { folder, env: { ...env, ...urls } }),
      };
    };
    const ports = await Promise.all(Array.from({ length: apis }, freePort));
    for (const port of ports) lines.clients.push(await line({ port }));
    const parts = {
      database: kept(services.database),
      redis: kept(services.redis),
      apis: ports.map((port, n) => kept(keepApi(numbered('api', n, apis), { folder, env, port, say }))),
      workers: Array.from({ length: workers }, (_, n) =>
        kept(keepWorker(numbered('worker', n, workers), { folder, env, say })),
      ),
    };
    for (const kind of ['apis', 'workers'])
      for (const [n, { clock }] of parts[kind].entries()) clock.aheadMs = (clocks[kind][n] ?? 0) * 1_000;
    const { ask, tandem } = inDatabase('tandem');
    return {
      ...parts,
      folder,
      env,
      inDatabase,
      backups: programs ? openBackups({ programs, folder, socket: services.databaseSocket }) : null,
      disk,
      sink,
      webhookSink,
      lines,
      apiPorts: ports,
      doors: lines.clients.map(doorOf),
      ask,
      connectAsOwner: (options) => connectTo(services.ownerUrl, options),
      tellRedis: (...words) => tellRedis(services.redisSocket, ...words),
      emptyRedis: services.emptyRedis,
      tandem,
      /** What a command printed that must not fail. */
      async command(...words) {
        const { code, stdout, output } = await tandem(...words);
        if (code !== 0) throw new Error(`tandem ${words.join(' ')} ended with ${code}:\n${output.trim()}`);
        return stdout;
      },
      parts: () => [parts.database, parts.redis, ...parts.apis, ...parts.workers],
      /** Fair weather on every line, everybody awake. */
      heal() {
        for (const each of [lines.redis, lines.smtp, lines.webhooks, lines.database, ...lines.clients])
          each?.clear({ wakesDead: true });
        webhookSink.heal();
        disk?.free();
        for (const part of this.parts()) part.thaw();
      },
      close,
    };
  }

  function opened(proxy) {
    undo.push(() => proxy.close());
    return proxy;
  }

  function kept(part) {
    undo.push(() => part.kill());
    return part;
  }

  async function close() {
    for (const step of undo.splice(0).reverse()) {
      try {
        await step();
      } catch (error) {
        say(`could not be tidied up: ${error.message}`);
      }
    }
  }
}

/** A letter is settled within the run, not within the day. */
const hastyMail = {
  MAIL_CONVERSATION_SECONDS: '20',
  MAIL_UNCERTAIN_REST_SECONDS: '5',
  MAIL_RETRY_SECONDS: '2,4,8,15,30,30,30',
};

/** Receivers live on this machine, and whoever falls silent is hung up on soon. */
const webhooksInTheHouse = {
  WEBHOOK_ALLOW_PRIVATE: 'true',
  WEBHOOK_SECONDS: '2',
  WEBHOOK_SECRET_KEY: randomBytes(32).toString('base64'),
};

const doorOf = ({ port }) => `http://127.0.0.1:${port}`;

const numbered = (name, number, of) => (of === 1 ? name : `${name}-${number + 1}`);

function ofDatabase(url, name) {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

function throughLine(url, folder) {
  const address = new URL(url);
  address.searchParams.set('socketPath', folder.socketOf('database-line'));
  return address.href;
}
